import { Command } from 'commander';
import type { Finding } from './doctor/finding.js';
import { examine } from './doctor/examine.js';

/** `npm run doctor [-- --json]`: what is wrong and what to do, by the environment of a service. 0: all is well; 1: something needs attention; 2: something is broken. */
const command = new Command('doctor').description('检查环境、数据库、Kafka、密钥与各环节，指出问题与处理办法 / says what is wrong with environment, database, Kafka, keys and the work under way, and what to do')
  .option('--json', '以 JSON 输出 / as JSON', false).option('--problems', '只列出问题 / problems alone', false).exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2)).parse();
const { json, problems } = command.opts<{ json: boolean; problems: boolean }>();

const { status, findings } = await examine(process.env);
const shown = findings.filter(({ level }) => !problems || level !== 'ok');
if (json) console.log(JSON.stringify({ status, findings: shown }, null, 2));
else for (const finding of shown) tell(finding);
const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
if (!json) console.log(`\n${count('ok')} 项正常，${count('warn')} 项需留意，${count('fail')} 项有误 / ${count('ok')} ok, ${count('warn')} warnings, ${count('fail')} failures`);
process.exit({ ok: 0, warn: 1, fail: 2 }[status]);

function tell({ id, level, zh, en, doZh, doEn }: Finding): void {
  console.log(`${{ ok: '✓', warn: '!', fail: '✗' }[level]} ${id.padEnd(22)} ${zh} / ${en}`);
  if (doZh !== undefined) console.log(`${' '.repeat(25)}→ ${doZh} / ${doEn}`);
}
