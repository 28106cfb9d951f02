import './global-setup.js';

export default async function stop(): Promise<void> {
  await globalThis.anxinServers?.stop();
}
