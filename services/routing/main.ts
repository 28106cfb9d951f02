import { readConfig } from '#libs/runtime/config.js';
import { runService } from '#libs/runtime/run-service.js';
import { routing } from './routing.module.js';

await runService([routing], readConfig(process.env));
