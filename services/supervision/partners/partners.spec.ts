import { fileURLToPath } from 'node:url';
import { sourcesIn } from '#libs/policy/in-force.js';
import { lawBook } from '#libs/policy/law-book.js';
import { SetClock } from '#libs/runtime/clock.js';
import { Partners } from './partners.js';

/** The law as it would be, had nobody written rules on partners. */
function withoutRules() {
  const sources = sourcesIn(fileURLToPath(new URL('../../../policies', import.meta.url))).map((source) => {
    const { partners: _, ...parameters } = source.head.parameters;
    const clocks = source.files['clocks'] as { clocks: { id: string }[] } | undefined;
    const files = { ...source.files, pack: { ...(source.files['pack'] as object), parameters }, ...(clocks && { clocks: { clocks: clocks.clocks.filter(({ id }) => !id.startsWith('POINT-')) } }) };
    return { ...source, head: { ...source.head, parameters }, files };
  });
  return lawBook(sources).policies;
}

describe('A place without rules on partners', () => {
  it('registers none', async () => {
    const partners = new Partners(undefined as never, undefined as never, undefined as never, new SetClock('2026-03-09T09:00:00+08:00'), withoutRules());
    await expect(partners.registerPoint({ partner: '01a202d7-fb82-79c6-9585-04ddeb2ca281', name: '测试园区', division: '439901', kind: 'otherPark', every: 'month' }, { caller: { subject: 's', roles: ['officer'], divisions: ['439901'] }, key: undefined })).rejects.toMatchObject({ code: 'NO_PARTNER_RULES' });
  });
});
