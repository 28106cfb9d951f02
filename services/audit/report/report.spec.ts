import { readFileSync } from 'node:fs';
import '#libs/contracts/catalogue.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { signedCheckpoint } from '#libs/merkle/checkpoint.js';
import { canonicalJson, entryOf, leafHash } from '#libs/merkle/entry.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { rootOf } from '#libs/merkle/tree.js';
import { textOfPdf } from '../../../test/pdf-text.js';
import type { Shown } from '../cli/blocks.js';
import { written } from './forms.js';
import { ensureShort } from './report.controller.js';
import type { ReportWanted } from './report.js';
import { reportOf } from './report.js';

const signer = signerOf(newSigningKey('log.test/report').privateKey);
const log: StoredEvent[] = [];
const HASH = 'a'.repeat(64);
/** A golden sample of a published event, with other fields, recorded at noon of a day. */
const add = (caseId: string, stream: string, name: string, day: string, more: object = {}): void => {
  const given = JSON.parse(readFileSync(`test/events/${name}.v1.json`, 'utf8')) as object | object[];
  const data = { ...(Array.isArray(given) ? given.at(-1) : given), ...more };
  const version = log.filter((event) => event.stream === `${stream}/${caseId}`).length + 1;
  log.push({ caseId, stream: `${stream}/${caseId}`, version, eventId: uuidv7(), type: name, schemaVersion: 1, data: canonicalJson(data), meta: canonicalJson({ actor: 'officer:1' }), recordedAtMicros: BigInt(Date.parse(`${day}T12:00:00+08:00`)) * 1_000n });
};
const [A, B, C] = [uuidv7(), uuidv7(), uuidv7()];
for (const [caseId, day] of [[A, '2026-01-31'], [B, '2026-02-01'], [C, '2026-02-28']] as const) add(caseId, 'claim', 'intake.claim-filed', day, { division: '439901' });
const [routed] = [JSON.parse(readFileSync('test/events/routing.case-routed.v1.json', 'utf8'))].flat() as { decision: object }[];
add(A, 'assignment', 'routing.case-routed', '2026-02-02', { decision: { ...routed!.decision, pack: { division: '439900', version: 'v1', hash: HASH } } });
add(A, 'clocks', 'supervision.clock-started', '2026-02-03');
for (const [lagMs, day] of [[400, '2026-02-04'], [61_000, '2026-02-05'], [5_000, '2026-03-01']] as const) add(A, 'clocks', 'supervision.clock-breached', day, { kind: 'INSP-ACCEPT', lagMs });
add(B, 'clocks', 'supervision.clock-satisfied', '2026-02-06', { onTime: false });
add(B, 'access', 'audit.personal-data-read', '2026-02-07', { by: 'officer:x' });
add(B, 'access', 'audit.reading-refused', '2026-02-08', { by: 'officer:y' });
add(C, 'erasure', 'intake.person-erased', '2026-02-28', { by: 'supervisor:b', cases: [C], basis: 'retentionEnded' });
add(C, 'claim', 'intake.claim-filed', '2026-03-01', { division: '439901' }); // After the period, and behind the position of the report.

const shown = (size = log.length): Shown => ({
  note: signedCheckpoint({ origin: 'log.test/report', size, root: rootOf(log.slice(0, size).map((event) => leafHash(entryOf(event)))) }, [signer]), where: 'the log',
  async *blocks() {
    yield await Promise.resolve({ hashes: Buffer.alloc(0), entries: Buffer.concat(log.slice(0, size).flatMap((event) => { const entry = entryOf(event); return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry]; })) });
  },
});
const wanted: ReportWanted = { at: 12, from: '2026-02-01', to: '2026-02-28', size: 2, seed: 's', byRisk: true, divisions: ['000000'] };
const made = (more: Partial<ReportWanted> = {}, of = shown()) => reportOf(of, [signer.verifier], { ...wanted, ...more }, { by: 'export', findings: [], copies: [] }, (caseId) => Promise.resolve(caseId === A ? ['state'] : []));

describe('An audit report', () => {
  it('counts what the events of its days say, first and last day with them, and nothing else', async () => {
    const { found, period, outside, log: { positions } } = await made();
    expect([positions, period, outside]).toEqual([12, { from: '2026-02-01', to: '2026-02-28', firstPosition: 2, lastPosition: 12, lastRecordedAt: '2026-03-01T12:00:00+08:00' }, { eventsBefore: 1, eventsAfter: 1, casesNotDrawn: 2, eventsUnreadable: 0 }]);
    expect(found).toMatchObject({
      events: 10, casesFiled: 2, byService: { audit: 2, intake: 3, routing: 1, supervision: 4 }, packs: [{ division: '439900', version: 'v1', hash: HASH, decisions: 1 }],
      clocks: { started: 1, metOnTime: 0, metLate: 1, breached: 2, breachedByKind: { 'INSP-ACCEPT': 2 }, notedLate: 1, lagMsMax: 61_000 },
      looks: { total: 2, refused: 1, byWhom: { 'officer:x': 1, 'officer:y': 1 } }, erasures: [{ position: '12', by: 'supervisor:b', basis: 'retentionEnded', cases: 1 }],
    });
    expect(found.clocks.breaches.map(({ position, lagMs }) => [position, lagMs])).toEqual([['6', 400], ['7', 61_000]]);
  });

  it('draws by its seed, replays, and names the fields in which a read table differs', async () => {
    const { sample } = await made();
    expect(sample.cases).toMatchObject([{ caseId: A, events: 6, risks: { breachedClock: 3 }, tables: 'differ', differing: ['state'] }]);
    const random = async (seed: string) => (await made({ byRisk: false, seed })).sample.cases.map(({ caseId, tables }) => [caseId, tables]);
    expect([(await random('s')).length, await random('s')]).toEqual([2, await random('s')]);
  });

  it('is the same bytes for the same seed and position, however far the log has grown', async () => {
    const early = await reportOf(shown(12), [signer.verifier], wanted, { by: 'export', findings: [], copies: [] }, null);
    const late = await reportOf(shown(), [signer.verifier], wanted, { by: 'export', findings: [], copies: [] }, null);
    for (const form of ['json', 'html', 'pdf'] as const) for (const language of ['zh', 'en'] as const) expect([form, (await written(early, form, language)).equals(await written(late, form, language))]).toEqual([form, true]);
    expect(early.log.root).toBe(rootOf(log.slice(0, 12).map((event) => leafHash(entryOf(event)))).toString('base64'));
  });

  it('reads in both languages, on a page without script and on paper', async () => {
    const report = await made();
    for (const [language, words] of [['zh', ['审计报告', '日志核验', '不一致：state', '改派', '未包括的', '签名', '2026-02-28', '个人信息保持密封']], ['en', ['Audit report', 'Sample and replay', 'differs: state', 'fell outside', 'signature', 'officer:x', '61.0']]] as const) {
      const page = (await written(report, 'html', language)).toString();
      const paper = textOfPdf(await written(report, 'pdf', language)).replaceAll('\n', '').replaceAll(' ', '');
      for (const word of words) expect([word, page.includes(word), paper.includes(word.replaceAll(' ', ''))]).toEqual([word, true, true]);
      expect(page).not.toMatch(/<script|src=|href=|url\(/);
    }
  });

  it('says where the log is not what was sealed, and which finding', async () => {
    const report = await reportOf(shown(), [signer.verifier], wanted, { by: 'database', findings: [{ position: 3, rule: 'column', at: 'data', what: 'was changed' }], copies: [] }, null);
    expect(report.verified.whole).toBe(false);
    expect((await written(report, 'html', 'zh')).toString()).toContain('was changed');
    await expect(reportOf(shown(), [signerOf(newSigningKey('log.test/report').privateKey).verifier], wanted, { by: 'export', findings: [], copies: [] }, null)).rejects.toThrow();
  });

  it('of a long log is for the command line', () => expect(() => ensureShort(300_001)).toThrow(expect.objectContaining({ code: 'REPORT_TOO_LONG' })));
});
