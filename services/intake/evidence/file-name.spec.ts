import fc from 'fast-check';
import { asAttachment, extensionIn, shownName } from './file-name.js';

describe('The name of a file', () => {
  it.each([
    ['欠条.jpg', '欠条.jpg'], ['../../etc/passwd', 'passwd'], ['C:\\Users\\甲\\欠条.JPG', '欠条.JPG'], ['a\u202egpj.exe', 'agpj.exe'], ['.htaccess', 'htaccess'], ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie: x.txt'], ['', ''], ['\0', ''],
  ])('%j is shown as %j', (given, shown) => expect(shownName(given)).toBe(shown));

  it('is never a path, never turns the line, and is short', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom('../', '..\\', '/', '\u202e', '\r\n', '\0', '龘', '.', 'jpg', '"', ';'), { maxLength: 80 }).map((parts) => parts.join(''))), (given) => {
      const shown = shownName(given);
      expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u);
      expect([Array.from(shown).length <= 120, shown.startsWith('.'), extensionIn(shown) === extensionIn(shownName(shown))]).toEqual([true, false, true]);
      const header = asAttachment(shown, 'evidence-1.jpg');
      expect(header).toMatch(/^attachment; filename="evidence-1\.jpg"; filename\*=UTF-8''[A-Za-z0-9!#$&+\-.^_`|~%]*$/); // RFC 8187: attr-char and percent-encoded octets.
      expect(decodeURIComponent(header.split("''")[1]!)).toBe(shown);
    }), { numRuns: 2000 });
  });

  it('keeps its end where it is cut', () => expect([extensionIn(shownName(`${'长'.repeat(300)}.docx`)), Array.from(shownName('长'.repeat(300))).length]).toEqual(['docx', 120]));
});
