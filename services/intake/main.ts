import { readConfig } from '#libs/runtime/config.js';
import { runService } from '#libs/runtime/run-service.js';
import { intake } from './intake.module.js';

await runService([intake], readConfig(process.env));
