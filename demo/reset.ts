import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, homeFolder } from './home.js';
import { endLeftovers } from './servers.js';

/** `npm run reset`: drops everything that the demo keeps, its containers too. Only a folder that is a demo's is removed, and never one in use. */
const home = homeFolder();
if (!existsSync(home)) console.log('没有演示数据。There is nothing to drop.');
else if (!existsSync(join(home, 'secrets.json'))) fail(`${home} 不是演示数据目录，未删除。This folder is not a demo's: nothing was removed.`);
else if (isRunning()) fail('演示正在运行，请先停止它。The demo is running: stop it first.');
else {
  await endLeftovers(home).catch((error: Error) => fail(error.message));
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  console.log('演示数据已清除。The demo\'s data has been dropped.');
}

function isRunning(): boolean {
  try {
    return addressOf(home).pid > 0;
  } catch {
    return false;
  }
}

function fail(words: string): never {
  console.error(words);
  process.exit(2);
}
