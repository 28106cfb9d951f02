import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diffPacks, isSame } from '#libs/policy/diff.js';
import { linesOf } from '#libs/policy/diff-lines.js';
import { forEditor } from '#libs/policy/overlay.js';
import { check } from './cli-check.js';
import { help } from './cli-help.js';
import type { Exit, Voice } from './cli-packs.js';
import { Misused, packNamed, voiceOf } from './cli-packs.js';
import { test } from './cli-test.js';

const options = {
  help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' }, lang: { type: 'string' }, policies: { type: 'string' },
  pack: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, division: { type: 'string' }, limit: { type: 'string' },
  file: { type: 'string' }, out: { type: 'string' }, note: { type: 'string' }, ground: { type: 'string' }, reason: { type: 'string' },
  proposal: { type: 'string' }, hash: { type: 'string' }, reject: { type: 'boolean' }, warnings: { type: 'boolean' }, year: { type: 'string' }, version: { type: 'string' },
} as const;
type Values = { readonly [Name in keyof typeof options]?: ((typeof options)[Name]['type'] extends 'boolean' ? boolean : string) | undefined };

interface Given { readonly named: readonly string[]; readonly values: Values; readonly policies: string; readonly voice: Voice }
type Command = (given: Given) => Exit | Promise<Exit>;

/** What each command may be given besides `--help --json --lang --policies`, and what it does. */
const commands: Readonly<Record<string, { readonly takes: readonly (keyof Values)[]; readonly named: readonly [least: number, most: number]; readonly run: Command }>> = {
  check: { takes: ['warnings'], named: [0, 1], run: ({ named: [folder], values: { warnings = false }, policies, voice }) => check(folder ?? policies, policies, warnings, voice) },
  diff: { takes: [], named: [2, 2], run: diff },
  test: { takes: ['pack'], named: [0, 0], run: ({ values: { pack }, policies, voice }) => test(policies, pack, voice) },
  simulate: { takes: ['pack', 'from', 'to', 'division', 'limit'], named: [0, 1], run: simulated },
  publish: { takes: ['note', 'ground', 'proposal', 'hash', 'reject', 'reason'], named: [0, 1], run: async ({ named: [pack], values, policies, voice }) => (await import('./cli-http.js')).publish(pack, { ...values, policies }, voice) },
  withdraw: { takes: ['reason'], named: [1, 1], run: async ({ named: [pack], values, policies, voice }) => (await import('./cli-http.js')).withdraw(pack!, { ...values, policies }, voice) },
  calendar: { takes: ['division', 'year', 'version', 'note', 'proposal', 'reject', 'reason'], named: [0, 1], run: async ({ named: [file], values, policies, voice }) => (await import('./cli-http.js')).calendar(file, { ...values, policies }, voice) },
  list: { takes: [], named: [0, 0], run: async ({ voice }) => (await import('./cli-http.js')).list(voice) },
  export: { takes: ['file', 'out'], named: [1, 1], run: exported },
};

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2)); // Whoever reads has read enough.

/** `npm run policy -- <command>`: the rule owner's tools. 0 all well, 1 problems found or refused, 2 asked for wrongly, or nothing there to work on. */
main(process.argv.slice(2)).then((code) => { process.exitCode = code; }, (error: Error) => {
  process.stderr.write(`${error instanceof Misused ? error.message : `${error.name}: ${error.message}`}\n`);
  process.exitCode = 2;
});

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(words);
  const [name, ...named] = positionals;
  if (values.help || name === undefined || name === 'help') {
    process.stdout.write(help(name === 'help' ? named[0] : name));
    return name === undefined && !values.help ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name)) throw new Misused(`没有这个命令：${name}，见 --help`, `no such command: ${name}, see --help`);
  const { takes, named: [least, most], run } = commands[name]!;
  const strange = (Object.keys(values) as (keyof Values)[]).filter((option) => !['help', 'json', 'lang', 'policies', ...takes].includes(option));
  if (strange.length > 0) throw new Misused(`${name} 不接受 --${strange.join(' --')}`, `${name} does not take --${strange.join(' --')}`);
  if (named.length < least || named.length > most) throw new Misused(`${name} 的参数个数不对，见 ${name} --help`, `wrong number of arguments, see ${name} --help`);
  return run({ named, values, policies: values.policies ?? process.env['POLICIES'] ?? 'policies', voice: voiceOf(values) });
}

function parsed(words: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new Misused('选项有误', (error as Error).message);
  }
}

/** Two packs, merged as they decide. 1 where they differ, as `diff` does. */
function diff({ named: [before, after], policies, voice }: Given): Exit {
  const found = diffPacks(packNamed(before!, policies), packNamed(after!, policies));
  for (const line of linesOf(found, voice.language)) voice.say(line);
  voice.give({ ...found, lines: { zh: linesOf(found, 'zh'), en: linesOf(found, 'en') } });
  return isSame(found) ? 0 : 1;
}

async function simulated({ named: [first], values: { pack = first, from, to, division, limit = '50' }, policies, voice }: Given): Promise<Exit> {
  if (pack === undefined) throw new Misused('请给出 --pack', 'give --pack');
  if (!/^\d{1,6}$/.test(limit)) throw new Misused('--limit 应为非负整数', '--limit must be a whole number');
  const { simulate } = await import('./cli-simulate.js');
  return simulate({ pack, policies, from, to, division, limit: Number(limit) }, voice);
}

/** The merged document of a pack as the GoRules editor opens it. */
function exported({ named: [reference], values: { file = 'routing', out }, policies }: Given): Exit {
  if (file !== 'routing' && file !== 'entitlements') throw new Misused('--file 应为 routing 或 entitlements', '--file must be routing or entitlements');
  const pack = packNamed(reference!, policies);
  const text = `${JSON.stringify(forEditor((file === 'routing' ? pack.tables : pack.entitlements).model), null, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
  return 0;
}
