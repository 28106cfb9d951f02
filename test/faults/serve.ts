import { readConfig } from '#libs/runtime/config.js';
import { runService } from '#libs/runtime/run-service.js';
import { allServices } from '../../demo/services.js';

/** The whole product as one process that a test may kill. Its servers are given by the environment. */
await runService(allServices, readConfig(process.env));
