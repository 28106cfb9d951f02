import { createServer } from 'node:net';

/** The port that was asked for cannot be had. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** `PORT`, or 3000, or the next that is free. Looked for before anything is started. */
export async function publicPort(): Promise<number> {
  const wanted = process.env['PORT'];
  if (wanted && !/^\d{1,5}$/.test(wanted)) throw new PortTaken(`PORT 须为端口号：${wanted} / PORT must be a port number.`);
  if (wanted && !(await isFree(Number(wanted)))) throw new PortTaken(`端口 ${wanted} 已被占用，请换一个 PORT，或不设置以自动选择。 / Port ${wanted} is in use: give another PORT, or none to have a free one taken.`);
  if (wanted) return Number(wanted);
  for (let port = 3000; port < 3100; port++) if (await isFree(port)) return port;
  return 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false)).listen(port, process.env['HOST'] || '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
