import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import '#libs/contracts/catalogue.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { signedCheckpoint } from '#libs/merkle/checkpoint.js';
import { canonicalJson, entryOf, leafHash } from '#libs/merkle/entry.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { inclusionProof, rootOf } from '#libs/merkle/tree.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { textOfPdf } from '../../../test/pdf-text.js';
import type { BundleFiles } from './bundle-files.js';
import { filesIn } from './bundle-files.js';
import type { BundledEvent, BundleFinding } from './check-bundle.js';
import { checkedBundle } from './check-bundle.js';
import { checkedFiles } from './check-sample.js';
import { bundleOf, packed } from './make-bundle.js';
import { oneFile } from './one-file.js';
import { sampleBundle } from './sample-bundle.js';
import { paperFindings } from './timeline-pdf.js';

const ORIGIN = 'log.test/t1';
const CASE = uuidv7();
const OTHER = uuidv7();
const folder = mkdtempSync(join(tmpdir(), 'anxin-bundle-'));
const signer = signerOf(newSigningKey(ORIGIN).privateKey);
const policies = loadPolicies('policies');
const pack = policies.packs.find(({ ref }) => ref.division === '439900')!;

const log: StoredEvent[] = [];
const append = (caseId: string, stream: string, type: string, data: object): void => {
  const name = `${stream}/${caseId}`;
  const version = log.filter((event) => event.stream === name).length + 1;
  log.push({ caseId, stream: name, version, eventId: uuidv7(), type, schemaVersion: 1, data: canonicalJson(data), meta: canonicalJson({ actor: 'officer:1' }), recordedAtMicros: 1_772_417_700_000_000n + BigInt(log.length) * 1_000_000n });
};
const AT = '2026-03-02T10:15:00+08:00';
append(CASE, 'claim', 'intake.claim-filed', { at: AT, division: '439901', text: { sealed: 1, subject: OTHER, field: 'text', data: 'x'.repeat(40) }, note: '<script>alert(1)</script>' });
append(OTHER, 'claim', 'intake.claim-filed', { at: AT });
append(CASE, 'assignment', 'routing.case-routed', { at: AT, decision: { pack: pack.ref } });
append(OTHER, 'assignment', 'routing.case-routed', { at: AT });
append(CASE, 'assignment', 'routing.order-signed', { at: AT });
append(CASE, 'resolution', 'resolution.case-closed', { at: AT });
append(OTHER, 'resolution', 'resolution.case-closed', { at: AT });
const upTo = log.length;
const streams = [['claim', 1], ['assignment', 2], ['resolution', 1]].map(([stream, version]) => ({ stream: `${stream}/${CASE}`, version }));
append(CASE, 'access', 'audit.case-bundled', { at: AT, by: 'auditor:1', upTo: String(upTo), events: 4, streams });
append(OTHER, 'access', 'audit.personal-data-read', { at: AT });

const leavesOf = (events: readonly StoredEvent[]) => events.map((event) => leafHash(entryOf(event)));
const made = (events = log, caseId = CASE): Promise<Buffer> => {
  const leaves = leavesOf(events);
  return bundleOf({
    caseId, origin: ORIGIN, keys: [signer.verifier], events: events.flatMap((event, at) => (event.caseId === caseId ? [{ ...event, position: String(at + 1) }] : [])),
    checkpoint: { size: leaves.length, note: signedCheckpoint({ origin: ORIGIN, size: leaves.length, root: rootOf(leaves) }, [signer]) },
    tiles: (level, index, width) => Promise.resolve(Buffer.concat(level === 0 ? leaves.slice(index * 256, index * 256 + width) : [])), packNamed: policies.packNamed,
  });
};
let zip: Buffer;
let files: BundleFiles;
beforeAll(async () => {
  zip = await made();
  files = filesIn(zip);
});
afterAll(() => rmSync(folder, { recursive: true }));

const findingsIn = (changed: BundleFiles, keys = [signer.verifier]): readonly BundleFinding[] => checkedBundle(changed, keys).findings;
const eventsIn = (from: BundleFiles = files) => JSON.parse(from.get('events.json')!.toString()) as BundledEvent[];
/** As a forger packs it who keeps the list of hashes right. */
const repacked = (changes: Record<string, string | Buffer | undefined>): BundleFiles => {
  const content = new Map([...files].filter(([name]) => name !== 'bundle.json'));
  for (const [name, text] of Object.entries(changes)) {
    if (text === undefined) content.delete(name);
    else content.set(name, Buffer.from(text));
  }
  return filesIn(packed(CASE, content));
};
const withEvents = (change: (events: BundledEvent[]) => BundledEvent[]): BundleFiles => repacked({ 'events.json': JSON.stringify(change(eventsIn())) });
const rulesOf = (findings: readonly BundleFinding[]): string[] => [...new Set(findings.map(({ file, position, rule }) => `${file}${position === undefined ? '' : `@${position}`} ${rule}`))];

/** As the auditor runs it: the file that the bundle brings, in a folder of its own, with no package beside it. */
function byTheFile(changed: BundleFiles | Buffer, keys = [signer.verifier.vkey]): { status: number | null; out: string } {
  const path = mkdtempSync(join(folder, 'at-'));
  writeFileSync(join(path, 'verify.mjs'), files.get('verify.mjs')!);
  const target = Buffer.isBuffer(changed) ? join(path, 'case.zip') : join(path, 'case');
  if (Buffer.isBuffer(changed)) writeFileSync(target, changed);
  else for (const [name, content] of changed) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), content);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(path, 'verify.mjs'), target, ...keys.flatMap((key) => ['--key', key])], { encoding: 'utf8', cwd: path, env: {} });
  return { status, out: stdout + stderr };
}

describe('A bundle as it was handed out', () => {
  it('is found whole, by us and by its own verifier, as a zip and unpacked', () => {
    const report = checkedBundle(files, [signer.verifier]);
    expect(report).toMatchObject({ caseId: CASE, positions: [1, 3, 5, 6, 8], statement: { position: 8, upTo, events: 4 }, findings: [] });
    expect(byTheFile(zip)).toMatchObject({ status: 0, out: expect.stringContaining('5 个事件') as string });
    expect(byTheFile(files)).toMatchObject({ status: 0, out: expect.stringContaining('未证明') as string });
  });

  it('is the same bytes each time', async () => expect((await made()).equals(zip)).toBe(true));

  it('holds what it should, and nothing of other cases', () => {
    expect([...files.keys()].sort()).toEqual(['README.txt', 'bundle.json', 'checkpoint', 'events.json', 'key', `packs/439900/${pack.ref.version}.json`,
      'schemas/audit.case-bundled.v1.json', 'schemas/intake.claim-filed.v1.json', 'schemas/resolution.case-closed.v1.json', 'schemas/routing.case-routed.v1.json', 'schemas/routing.order-signed.v1.json', 'timeline.html', 'timeline.pdf', 'verify.mjs']);
    for (const [name, content] of files) expect([name, content.includes(OTHER) && name !== 'events.json']).toEqual([name, false]);
  });

  it('brings a verifier that is what anxin-audit runs, with no package and no network', () => {
    const text = files.get('verify.mjs')!.toString();
    expect(text).toBe(oneFile());
    expect([...text.matchAll(/^import .* from '(.*)';$/gm)].map(([, from]) => from).sort()).toEqual(['node:crypto', 'node:fs', 'node:path', 'node:zlib']);
    expect(text).not.toMatch(/\bfetch\(|\brequire\(|\bimport\(|node:(net|http|https|dns|tls|child_process)/);
  });

  it('brings a page without script and without anything from outside, in both languages, with personal values sealed', () => {
    const page = files.get('timeline.html')!.toString();
    expect(page).toContain('已密封');
    expect(page).toContain('Case routed');
    expect(page).toContain('已作出分派决定');
    expect(page).not.toMatch(/<script|src=|href=|url\(|x{40}/);
  });

  it('brings the same on paper, which tells each event, and what is sealed as sealed', async () => {
    const pdf = files.get('timeline.pdf')!;
    const said = textOfPdf(pdf).replaceAll('\n', '');
    for (const words of ['案件经过', CASE, '已作出分派决定', 'Case routed', '已密封', '2026-03-02 10:15:00.000 +08:00', `decision.pack.version: ${pack.ref.version}`, 'position 8']) expect(said).toContain(words);
    expect(said).not.toMatch(/x{40}|\ufffd/);
    expect(await paperFindings(files, checkedBundle(files, [signer.verifier]).told)).toEqual([]);
    const other = checkedBundle(withEvents((events) => events.slice(0, -1)), [signer.verifier]).told;
    expect(await paperFindings(files, other)).toEqual([{ file: 'timeline.pdf', rule: 'timeline', what: 'does not tell what the events say' }]);
  });

  it('asks for a key from elsewhere, and shows its own', () => expect(byTheFile(zip, [])).toMatchObject({ status: 2, out: expect.stringContaining(signer.verifier.vkey) as string }));

  it('says 2 of what is not there', () => {
    const path = join(folder, 'verify.mjs');
    writeFileSync(path, files.get('verify.mjs')!);
    expect(spawnSync(process.execPath, [path, join(folder, 'nothing.zip'), '--key', signer.verifier.vkey]).status).toBe(2);
  });
});

describe('A bundle that was changed', () => {
  it('is found by each file of it, named, where its list of hashes was left alone', () => {
    for (const [name, content] of files) {
      const middle = Math.floor(content.length / 2);
      const changed = Buffer.from(content);
      changed[middle]! ^= 1;
      const found = findingsIn(new Map([...files, [name, changed]]));
      expect([name, found.length > 0, found.some(({ file }) => file === name || name === 'bundle.json')]).toEqual([name, true, true]);
    }
  });

  it('is found by each file that is missing or added', () => {
    for (const name of files.keys()) expect(findingsIn(new Map([...files].filter(([each]) => each !== name))).some(({ file }) => file === name)).toBe(true);
    expect(rulesOf(findingsIn(new Map([...files, ['more.txt', Buffer.from('x')]])))).toEqual(['more.txt file']);
  });

  it('is found at every byte of the zip, unless the byte says nothing of the files', () => {
    const harmless: number[] = [];
    for (let at = 0; at < zip.length; at += at < 400 || at > zip.length - 1_800 ? 1 : 499) { // Headers, directory and end byte by byte; contents in steps.
      const changed = Buffer.from(zip);
      changed[at]! ^= 0x11;
      let read: BundleFiles;
      try {
        read = filesIn(changed);
      } catch (error) {
        expect((error as Error).name).toBe('BundleUnreadable');
        continue;
      }
      const same = [...read].length === files.size && [...read].every(([name, content]) => files.get(name)?.equals(content));
      if (same) harmless.push(at);
      else expect([at, findingsIn(read).length > 0]).toEqual([at, true]);
    }
    expect(harmless).toHaveLength(2 * files.size); // "Made by", two bytes of each entry of the directory.
  });

  it('is found cut off anywhere', () => {
    for (let length = 0; length < zip.length; length += 997) expect(() => filesIn(zip.subarray(0, length))).toThrow('The zip has no end');
    expect(byTheFile(zip.subarray(0, 5_000))).toMatchObject({ status: 1, out: expect.stringContaining('cut off') as string });
  });

  it.each<[string, (events: BundledEvent[]) => BundledEvent[], string]>([
    ['an event taken from the middle of a stream', (events) => events.filter(({ position }) => position !== 3), 'events.json@5 version'],
    ['an event taken from the end of a stream', (events) => events.filter(({ position }) => position !== 5), 'events.json@8 complete'],
    ['a whole stream taken away', (events) => events.filter(({ position }) => position !== 6), 'events.json@8 complete'],
    ['the statement taken away', (events) => events.slice(0, -1), 'events.json complete'],
    ['two events swapped', ([a, b, ...rest]) => [b!, a!, ...rest], 'events.json@1 order'],
    ['an event twice', ([a, ...rest]) => [a!, a!, ...rest], 'events.json@1 order'],
    ['another position', ([a, ...rest]) => [{ ...a!, position: 2 }, ...rest], 'events.json@2 proof'],
    ['the proof of another event', ([a, b, ...rest]) => [{ ...a!, proof: b!.proof }, b!, ...rest], 'events.json@1 proof'],
    ['a shorter proof', ([a, ...rest]) => [{ ...a!, proof: a!.proof.slice(1) }, ...rest], 'events.json@1 proof'],
    ['no proof', ([a, ...rest]) => [{ position: 1, entry: a!.entry } as never, ...rest], 'events.json@1 entry'],
    ['no entry', ([, ...rest]) => [{ position: 1 } as never, ...rest], 'events.json@1 entry'],
  ])('%s', (_, change, place) => {
    const changed = withEvents(change);
    expect(rulesOf(findingsIn(changed))).toContain(place);
    expect(byTheFile(changed).status).toBe(1);
  });

  it('is found at every byte of an entry, by its position', () => {
    const [first] = eventsIn();
    const entry = Buffer.from(first!.entry, 'base64');
    for (let at = 0; at < entry.length; at += 7) {
      const changed = Buffer.from(entry);
      changed[at]! ^= 1;
      expect(rulesOf(findingsIn(withEvents(([a, ...rest]) => [{ ...a!, entry: changed.toString('base64') }, ...rest])))).toContain('events.json@1 proof');
    }
  });

  it('is found with an event of another case', async () => {
    const other = eventsIn(filesIn(await made(log, OTHER)));
    expect(rulesOf(findingsIn(withEvents((events) => [...events, other.at(-1)!])))).toContain('events.json@9 entry');
  });

  it('is found where page, pack or schema tell another story and the list of hashes agrees', () => {
    expect(rulesOf(findingsIn(repacked({ 'timeline.html': files.get('timeline.html')!.toString().replace('10:15', '10:16') })))).toEqual(['timeline.html timeline']);
    const name = `packs/439900/${pack.ref.version}.json`;
    expect(rulesOf(findingsIn(repacked({ [name]: '{}' })))).toEqual([`${name}@3 pack`]);
    expect(rulesOf(findingsIn(repacked({ [name]: undefined })))).toEqual([`${name}@3 pack`]);
    expect(rulesOf(findingsIn(repacked({ 'schemas/routing.case-routed.v1.json': files.get('schemas/routing.order-signed.v1.json') })))).toEqual(['schemas/routing.case-routed.v1.json schema', 'timeline.html timeline']);
  });
});

describe('A bundle of another log', () => {
  it('is found by a checkpoint that nobody we know signed, or whose signature is wrong', () => {
    const stranger = signerOf(newSigningKey(ORIGIN).privateKey);
    const note = signedCheckpoint({ origin: ORIGIN, size: log.length, root: rootOf(leavesOf(log)) }, [stranger]);
    const forged = repacked({ checkpoint: note, key: `${stranger.verifier.vkey}\n` });
    expect(rulesOf(findingsIn(forged))).toContain('checkpoint signature');
    expect(byTheFile(forged)).toMatchObject({ status: 1, out: expect.stringContaining('checkpoint · signature') as string });
    const grown = repacked({ checkpoint: files.get('checkpoint')!.toString().replace(`\n${log.length}\n`, `\n${log.length + 1}\n`) });
    expect(rulesOf(findingsIn(grown))).toContain('checkpoint signature');
  });

  it('is found by a wrong key', () => {
    const wrong = newSigningKey(ORIGIN).vkey;
    expect(byTheFile(zip, [wrong])).toMatchObject({ status: 1, out: expect.stringContaining('None of the known keys') as string });
    expect(byTheFile(zip, ['nonsense'])).toMatchObject({ status: 2 });
  });

  it('is found by proofs of another tree', () => {
    const leaves = leavesOf(log).map((leaf, at) => (at === 1 ? leafHash(Buffer.from('another')) : leaf));
    const changed = withEvents((events) => events.map((event) => ({ ...event, proof: inclusionProof(leaves, event.position - 1).map((hash) => hash.toString('base64')) })));
    expect(rulesOf(findingsIn(changed)).filter((place) => place.endsWith('proof')).length).toBeGreaterThan(0);
  });

  it('is found where every event was made anew under the signed checkpoint', async () => {
    const forged = log.map((event, at) => (at === 4 ? { ...event, data: canonicalJson({ at: AT, forged: true }) } : event));
    const content = new Map(filesIn(await made(forged)));
    content.delete('bundle.json');
    content.set('checkpoint', files.get('checkpoint')!);
    expect(rulesOf(findingsIn(filesIn(packed(CASE, content))))).toContain('events.json@5 proof');
  });

  it('and one cut back to an older statement says how old it is', async () => {
    append(CASE, 'resolution', 'resolution.case-reopened', { at: AT });
    append(CASE, 'access', 'audit.case-bundled', { at: AT, by: 'auditor:1', upTo: String(log.length), events: 6, streams: [...streams.slice(0, 2), { stream: `resolution/${CASE}`, version: 2 }, { stream: `access/${CASE}`, version: 1 }] });
    const grown = filesIn(await made());
    expect(checkedBundle(grown, [signer.verifier])).toMatchObject({ findings: [], statement: { position: 11, upTo: 10 } });
    const report = checkedBundle(new Map([...grown, ['events.json', Buffer.from(JSON.stringify(eventsIn(grown).filter(({ position }) => position <= 8)))]]), [signer.verifier]);
    expect(report.statement).toMatchObject({ position: 8, upTo: 7 });
    expect(report.findings.map(({ rule }) => rule)).not.toContain('complete');
    log.splice(9);
  });
});

describe('Several cases in one file', () => {
  let all: Buffer;
  let held: BundleFiles;
  const inSample = (changed: BundleFiles) => rulesOf(checkedFiles(changed, [signer.verifier]).findings);
  beforeAll(async () => {
    append(OTHER, 'access', 'audit.case-bundled', { at: AT, by: 'auditor:1', upTo: String(log.length), events: 4, streams: ['claim', 'assignment', 'resolution', 'access'].map((stream) => ({ stream: `${stream}/${OTHER}`, version: 1 })) });
    all = sampleBundle(new Map([[CASE, filesIn(await made())], [OTHER, filesIn(await made(log, OTHER))]]), { seed: 's', size: 2, byRisk: false, upTo: 9, divisions: ['000000'] });
    held = filesIn(all);
    log.splice(9);
  });

  it('are each a whole bundle, found whole by us and by the verifier that comes with them', () => {
    expect(checkedFiles(held, [signer.verifier])).toMatchObject({ findings: [], sample: { cases: [CASE, OTHER], drawn: { seed: 's' } }, bundles: [{ report: { caseId: CASE, positions: [1, 3, 5, 6, 8] } }, { report: { caseId: OTHER, positions: [2, 4, 7, 9, 10] } }] });
    expect(held.get('verify.mjs')!.equals(files.get('verify.mjs')!)).toBe(true);
    const { status, out } = byTheFile(all);
    expect([status, out.includes(CASE), out.includes(OTHER)]).toEqual([0, true, true]);
    expect(byTheFile(held).status).toBe(0);
    expect(byTheFile(new Map([...held].flatMap(([name, content]) => (name.startsWith(`cases/${OTHER}/`) ? [[name.slice(`cases/${OTHER}/`.length), content] as const] : [])))).status).toBe(0);
  });

  it('are found out by each file that is changed, missing or added, named with its case', () => {
    for (const [name, content] of held) {
      const changed = Buffer.from(content);
      changed[Math.floor(content.length / 2)]! ^= 1;
      for (const one of [new Map([...held, [name, changed]]), new Map([...held].filter(([each]) => each !== name))]) {
        const found = inSample(one);
        expect([name, found.some((place) => place.startsWith(name) || place.startsWith(name.replace(/[^/]*$/, 'bundle.json')) || name === 'sample.json')]).toEqual([name, name !== 'sample.json' || found.length > 0]);
      }
    }
    expect(inSample(new Map([...held, ['cases/more.txt', Buffer.from('x')]]))).toEqual(['cases/more.txt file']);
    const [status, place] = [byTheFile(new Map([...held].filter(([name]) => name !== `cases/${OTHER}/events.json`))), `cases/${OTHER}/events.json`];
    expect(status).toMatchObject({ status: 1, out: expect.stringContaining(place) as string });
  });

  it('are found out where a case stands in the folder of another, or under another checkpoint', async () => {
    const swapped = filesIn(sampleBundle(new Map([[CASE, filesIn(await made(log, OTHER))], [OTHER, filesIn(await made())]]), null));
    expect(inSample(swapped)).toEqual(expect.arrayContaining([`cases/${CASE}/bundle.json bundle`, `cases/${OTHER}/bundle.json bundle`]));
    append(CASE, 'resolution', 'resolution.case-reopened', { at: AT });
    const older = filesIn(sampleBundle(new Map([[CASE, files], [OTHER, filesIn(await made(log, OTHER))]]), null));
    expect(inSample(older)).toContain(`cases/${OTHER}/checkpoint signature`);
    log.splice(9);
  });
});
