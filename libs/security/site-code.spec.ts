import { blindIndex } from './blind-index.js';
import { readSiteCode, writeSiteCode } from './site-code.js';

const index = blindIndex(Buffer.alloc(32, 7));
const site = { project: '01890a5d-ac96-774b-bcce-b302099a8057', code: 3 };
const written = writeSiteCode(index, site);

describe('The code of a site', () => {
  it('says which project file and which code, in the same 42 characters each time', () => {
    expect(written).toMatch(/^[A-Za-z0-9_-]{42}$/);
    expect(writeSiteCode(index, site)).toBe(written);
    expect(readSiteCode(index, written)).toEqual(site);
  });

  it('is refused where one character differs, wherever it stands', () => {
    for (let at = 0; at < written.length; at++) expect(readSiteCode(index, written.slice(0, at) + (written[at] === 'A' ? 'B' : 'A') + written.slice(at + 1))).toBeUndefined();
  });

  it('is refused where another installation made it', () => expect(readSiteCode(blindIndex(Buffer.alloc(32, 8)), written)).toBeUndefined());

  it.each(['', 'x', written.slice(1), `${written}A`, `${written.slice(0, -1)} `, '../../etc', '工地'])('is refused as %s', (text) => expect(readSiteCode(index, text)).toBeUndefined());

  it('numbers a code from one', () => {
    expect(readSiteCode(index, writeSiteCode(index, { ...site, code: 65_535 }))).toEqual({ ...site, code: 65_535 });
    for (const code of [0, -1, 1.5, 65_536]) expect(() => writeSiteCode(index, { ...site, code })).toThrow();
  });
});
