import type { Verifier } from '#libs/merkle/note.js';
import type { BundleFiles } from './bundle-files.js';
import type { BundleFinding, BundleReport } from './check-bundle.js';
import { checkedBundle, findingsOfList, jsonIn } from './check-bundle.js';

export const SAMPLE = 'sample.json';
export const SAMPLE_FORMAT = 'anxin-sample.v1';

/** How the cases were drawn, so that whoever has the whole log can draw them again. */
export interface Drawn {
  readonly seed: string;
  readonly size: number;
  readonly byRisk: boolean;
  /** Out of the cases that the log had up to this position, in these divisions. */
  readonly upTo: number;
  readonly divisions: readonly string[];
}
/** `sample.json`: the cases, each a whole bundle in a folder of its own. */
export interface SampleList { readonly format: string; readonly cases: readonly string[]; readonly drawn: Drawn | null; readonly files: Readonly<Record<string, string>> }
/** What a zip or folder shows by itself: one bundle, or those of a sample. */
export interface Checked {
  readonly sample: SampleList | undefined;
  readonly bundles: readonly { readonly folder: string; readonly files: BundleFiles; readonly report: BundleReport }[];
  /** Of all bundles and of the list that holds them together. */
  readonly findings: readonly BundleFinding[];
}

export function folderOf(caseId: string): string {
  return `cases/${caseId}/`;
}

/** Checks a bundle, or a sample of them: every bundle by itself, all under one checkpoint, none missing and none added. */
export function checkedFiles(files: BundleFiles, keys: readonly Verifier[]): Checked {
  if (!files.has(SAMPLE)) {
    const report = checkedBundle(files, keys);
    return { sample: undefined, bundles: [{ folder: '', files, report }], findings: report.findings };
  }
  const findings: BundleFinding[] = [];
  const list = jsonIn<SampleList>(files, SAMPLE);
  if (list?.format !== SAMPLE_FORMAT || !Array.isArray(list.cases) || typeof list.files !== 'object') return { sample: undefined, bundles: [], findings: [{ file: SAMPLE, rule: 'bundle', what: `does not say ${SAMPLE_FORMAT}` }] };
  const bundles = list.cases.map((caseId) => {
    const folder = folderOf(caseId);
    const own = new Map([...files].flatMap(([name, content]) => (name.startsWith(folder) ? [[name.slice(folder.length), content] as const] : [])));
    return { folder, files: own, report: checkedBundle(own, keys) };
  });
  const isInside = (name: string): boolean => bundles.some(({ folder }) => name.startsWith(folder) && name !== `${folder}bundle.json`);
  findings.push(...findingsOfList(new Map([...files].filter(([name]) => !isInside(name))), SAMPLE, list.files));
  for (const [at, { folder, report }] of bundles.entries()) {
    findings.push(...report.findings.map((finding) => ({ ...finding, file: `${folder}${finding.file}` })));
    if (report.caseId !== list.cases[at]) findings.push({ file: `${folder}bundle.json`, rule: 'bundle', what: 'is the bundle of another case' });
    const first = bundles[0]!.report.log;
    if (report.log && first && !(report.log.size === first.size && report.log.root.equals(first.root))) findings.push({ file: `${folder}checkpoint`, rule: 'signature', what: 'is another checkpoint than that of the first bundle' });
  }
  return { sample: list, bundles, findings };
}
