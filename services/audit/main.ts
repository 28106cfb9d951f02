import { readConfig } from '#libs/runtime/config.js';
import { runService } from '#libs/runtime/run-service.js';
import { audit } from './audit.module.js';

await runService([audit], readConfig(process.env));
