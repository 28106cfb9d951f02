import { readConfig } from '#libs/runtime/config.js';
import { runService } from '#libs/runtime/run-service.js';
import { resolution } from './resolution.module.js';

await runService([resolution], readConfig(process.env));
