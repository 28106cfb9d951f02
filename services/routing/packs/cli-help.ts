/** Of each command: how it is written, and what it does, in Chinese and English. */
const usages: Readonly<Record<string, readonly [usage: string, zh: string, en: string]>> = {
  check: ['check [文件夹/folder] [--warnings]', '检查全部规则包（或一个），逐行列出问题：结构、越界单元格、不可达或重叠的行、空缺、无依据、样例不符', 'checks every pack (or one): schema, cells, unreachable and overlapping rows, gaps, rows without a source, its own examples'],
  diff: ['diff <a> <b>', '两个规则包的差别：参数、行与单元格、时限、日历、部门、权益；有差别时退出码 1', 'what differs between two packs: parameters, rows and cells, clocks, calendar, departments, entitlements; exit code 1 where anything does'],
  test: ['test [--pack 439900/2026-01-01]', '运行全部样例，逐例打印应为与实为，并列出没有样例命中、或没有样例仅差一项的行', 'runs every example, prints what was expected and found, and lists the rows that no example meets or nearly meets'],
  simulate: ['simulate --pack <p> [--from 日/day] [--to 日/day] [--division 439901] [--limit 50]', '推演：以当时的事实按另一规则包重新决定过去的案件（只读 DATABASE_URL 或正在运行的演示）', 'what-if: past cases decided again under another pack by the facts of their moment (reads DATABASE_URL, or the demo that runs here)'],
  publish: ['publish <p> --note … [--ground …]  |  publish --proposal <id> [--hash …] [--reject --reason …]', '提请发布；由另一人发布或不予发布', 'proposes a pack; a second person publishes or rejects it'],
  withdraw: ['withdraw <d/v> --reason …', '撤回规则包，并列出受影响的案件', 'withdraws a pack and lists the cases it touched'],
  calendar: ['calendar <file.json> --year 2027 --version cn-2026-11-02 --note … [--division …]  |  calendar --proposal <id> [--reject --reason …]', '提请公布某年节假日安排；由另一人公布', 'proposes a year of the calendar; a second person announces it'],
  list: ['list', '列出规则包、提案与日历', 'lists packs, proposals and calendars'],
  export: ['export <p> [--file routing|entitlements] [--out file]', '导出合并后的决策表，可用 GoRules 编辑器打开', 'writes the merged tables as the GoRules editor opens them'],
};

const COMMON = `<p> = division/version（如 439900/2026-01-01）或规则包文件夹 / or the folder of a pack
--json        输出一份 JSON / one JSON document
--lang zh|en  输出语言 / language of the output
--policies    规则包总文件夹，默认 policies / folder of the packs
publish withdraw calendar list: ANXIN_TOKEN（npm run -s token -- --role policy --division 000000）, ANXIN_URL（默认为正在运行的演示 / by default the demo that runs here）
退出码 / exit codes: 0 无误 all well · 1 有问题、有差别或被拒绝 problems, differences or a refusal · 2 用法不对或无法读取 wrong usage, or nothing to read
`;

/** The help of one command, or of all. */
export function help(command?: string): string {
  const shown = command !== undefined && Object.hasOwn(usages, command) ? [usages[command]!] : Object.values(usages);
  const lines = shown.map(([usage, zh, en]) => `  ${usage}\n      ${zh}\n      ${en}\n`);
  return `npm run policy -- <命令/command>\n\n${lines.join('')}\n${COMMON}`;
}
