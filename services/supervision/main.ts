import { readConfig } from '#libs/runtime/config.js';
import { runService } from '#libs/runtime/run-service.js';
import { supervision } from './supervision.module.js';

await runService([supervision], readConfig(process.env));
