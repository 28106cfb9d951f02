import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { homeFolder } from './home.js';
import { endLeftover } from './guarded.js';

/** `npm run reset`: drops everything that the demo keeps. Only a folder that is a demo's is removed. */
const home = homeFolder();
if (!existsSync(home)) console.log('没有演示数据。There is nothing to drop.');
else if (!existsSync(join(home, 'secrets.json'))) {
  console.error(`${home} 不是演示数据目录，未删除。This folder is not a demo's: nothing was removed.`);
  process.exit(2);
} else {
  for (const record of ['postgres.pid.json', 'kafka.pid.json']) await endLeftover(join(home, record));
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  console.log('演示数据已清除。The demo\'s data has been dropped.');
}
