import { statfs, access, constants } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { readConfig } from '#libs/runtime/config.js';
import type { Check, Finding } from './finding.js';
import { bad, ok } from './finding.js';

const NODE_LEAST = [20, 19] as const;

export const node: Check = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [least, lesser] = NODE_LEAST;
  if (major < least || (major === least && minor < lesser)) return [bad('node', 'fail', [`Node ${process.versions.node} 过旧`, `Node ${process.versions.node} is too old`], ['安装 Node 20.19 或更高版本，最好是 24', 'install Node 20.19 or later, better 24'])];
  return [ok('node', [`Node ${process.versions.node}`, `Node ${process.versions.node}`])];
};

/** Every variable that is wrong, by name; its value is never shown. */
export const configuration: Check = ({ env }) => {
  try {
    readConfig(env);
    return [ok('configuration', ['环境变量可用', 'the environment variables can be used'])];
  } catch (error) {
    const lines = (error as Error).message.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
    return lines.map((line) => bad('configuration', 'fail', [`环境变量有误：${line}`, `a variable is wrong: ${line}`], ['按 docs/operations.md 的“Configuration”一节更正', 'set it as docs/operations.md, "Configuration", says']));
  }
};

/** Keys that everybody can work out, where production does not refuse them already. */
export const demoKeys: Check = ({ env, production }) => {
  const unset = ['MASTER_KEY', 'BLIND_INDEX_SECRET'].filter((name) => !env[name]);
  if (production || unset.length === 0) return [];
  return [bad('demo-keys', 'warn', [`${unset.join('、')} 未设置，使用人人皆知的演示密钥`, `${unset.join(', ')} not set: demo keys are used that everybody knows`], ['真实数据之前设为 openssl rand -base64 32 的结果', 'set them to what openssl rand -base64 32 prints, before any real data'])];
};

export const port: Check = async (patient) => {
  const at = patient.setting('PORT');
  if (at === undefined || at === 0) return [];
  const host = patient.setting('HOST') ?? '127.0.0.1';
  const reach = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  if (!(await answers(reach, at))) return [ok('port', [`端口 ${at} 空闲`, `port ${at} is free`])];
  const mine = await fetch(`http://${reach.includes(':') ? `[${reach}]` : reach}:${at}/health/live`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.json()).catch(() => undefined) as { status?: unknown } | undefined;
  if (mine?.status === 'live') return [ok('port', [`端口 ${at} 上本产品正在运行`, `this product answers on port ${at}`])];
  return [bad('port', 'fail', [`端口 ${at} 被别的程序占用`, `another program holds port ${at}`], ['结束它，或另设 PORT', 'end it, or set another PORT'])];
};

function answers(host: string, at: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port: at, timeout: 1_000 }, () => { socket.destroy(); done(true); });
    for (const event of ['error', 'timeout'] as const) socket.on(event, () => { socket.destroy(); done(false); });
  });
}

const FREE_WARN = 0.1;
const FREE_FAIL = 0.03;

/** Where files of ours go: enough room, and the right to write there. */
export const disk: Check = async (patient) => {
  const evidence = patient.setting('EVIDENCE_STORE') ?? '.anxin/evidence';
  const witness = patient.setting('WITNESS_FILE');
  const places = [['临时目录', 'temporary files', tmpdir()], ...(evidence.includes('://') ? [] : [['证据存储', 'the store of evidence', evidence]]), ...(witness === undefined ? [] : [['见证文件', 'the witness file', dirname(witness)]])] as const;
  return (await Promise.all(places.map(([zh, en, path]) => room(zh, en, path)))).flat();
};

async function room(zh: string, en: string, path: string): Promise<readonly Finding[]> {
  const where = await nearest(path);
  try {
    await access(where, constants.W_OK | constants.X_OK);
    if (!(await isFolder(where))) throw new Error('no folder');
  } catch {
    return [bad('disk', 'fail', [`${zh}无处可写（${path}）`, `${en} cannot be written (${path})`], ['改正路径，或给运行用户写权限', 'set another path, or let the running user write there'])];
  }
  const { bavail, blocks } = await statfs(where);
  const free = bavail / blocks;
  if (free >= FREE_WARN) return [ok('disk', [`${zh}：可用 ${Math.round(free * 100)}%`, `${en}: ${Math.round(free * 100)} % free`])];
  return [bad('disk', free < FREE_FAIL ? 'fail' : 'warn', [`${zh}所在磁盘仅余 ${(free * 100).toFixed(1)}%`, `${en}: only ${(free * 100).toFixed(1)} % of the disk is free`], ['扩容，或移到别处', 'make room, or move it'])];
}

/** The path itself, or the folder that is there above it: what is missing is made at the first use. */
async function nearest(path: string): Promise<string> {
  const whole = resolve(path);
  const there = await access(whole).then(() => true, () => false);
  return there || dirname(whole) === whole ? whole : nearest(dirname(whole));
}

async function isFolder(path: string): Promise<boolean> {
  return access(`${path}/.`).then(() => true, () => false);
}

