/** Rows of docs/guarantees.md, and what a run of the tests says about each. Pure. */

/** Of one file of tests, as a run left it. */
export interface Ran { readonly passed: number; readonly failed: number; readonly skipped: number }
export interface Run {
  readonly files: ReadonlyMap<string, Ran>;
  readonly commit: string;
  readonly seed: number;
  readonly on: string;
}

const COLUMN = 'last run';
const BEGIN = '<!-- last run -->';
const PATH = /`((?:libs|services|test|client|demo|simulator)\/[\w./*{},-]+\.(?:spec|e2e)\.ts)`/g;

/** The tables whose rows name what earns them, with the counts of the run in their last column, and the run itself said above the first. */
export function withRun(page: string, run: Run): string {
  const lines = page.split('\n').filter((line, i, all) => line !== BEGIN && all[i - 1] !== BEGIN && !(line === '' && all[i - 2] === BEGIN));
  const first = lines.findIndex(isHead);
  let within = false;
  const counted = lines.map((line, i) => {
    if (isHead(line)) within = true;
    if (!line.startsWith('|')) within = false;
    if (!within) return line;
    const cells = cellsOf(line).slice(0, 4);
    return `| ${[...cells, isHead(line) ? COLUMN : /^[|-]+$/.test(lines[i]!.replaceAll(' ', '')) ? '---' : countsOf(cells[2]!, run)].join(' | ')} |`.replace(/^\| ---( \| ---)* \|$/, '|---|---|---|---|---|').replace(/^\|  \|/, '| |');
  });
  const all = [...run.files.values()];
  const sum = (of: keyof Ran): number => all.reduce((total, one) => total + one[of], 0);
  const said = `The last run of all of them: commit \`${run.commit}\`, ${run.on}, seed ${run.seed} (\`FC_SEED\`): ${sum('passed').toLocaleString('en')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped. The column \`${COLUMN}\` counts the tests of the files that a row names; rows of \`npm run prove\` have theirs in [faults.md](faults.md).`;
  const heading = counted.slice(0, first).map((line) => line.startsWith('## ')).lastIndexOf(true);
  return [...counted.slice(0, heading), BEGIN, said, '', ...counted.slice(heading)].join('\n');
}

/** Every file that the rows name; a pattern stands for itself. */
export function patternsIn(page: string): readonly string[] {
  return [...new Set(page.split('\n').filter((line) => line.startsWith('|')).flatMap((line) => namedIn(line)))];
}

/** `test/{a,b}/*.spec.ts`: braces name several, a star is any name within a folder. */
export function matches(pattern: string, file: string): boolean {
  const source = pattern.replace(/[.+^$()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*').replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.split(',').join('|')})`);
  return new RegExp(`^${source}$`).test(file);
}

function countsOf(earnedBy: string, { files }: Run): string {
  const patterns = namedIn(earnedBy);
  const mine = [...files].filter(([file]) => patterns.some((pattern) => matches(pattern, file))).map(([, ran]) => ran);
  if (patterns.length === 0) return 'by command';
  const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((of) => mine.reduce((total, ran) => total + ran[of], 0));
  return [`${passed} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(', ');
}

function namedIn(text: string): readonly string[] {
  return [...text.matchAll(PATH)].map(([, path]) => path!);
}

function isHead(line: string): boolean {
  return /^\|[^|]*\| promise \| earned by \| state \|/.test(line);
}

/** A `|` between backquotes is part of a name. */
function cellsOf(line: string): readonly string[] {
  return line.slice(1, line.lastIndexOf('|')).split(/\|(?=(?:[^`]*`[^`]*`)*[^`]*$)/).map((cell) => cell.trim());
}
