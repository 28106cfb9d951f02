import fc from 'fast-check';

/** Every property of a run draws by one seed, so that a run is made again by it (`seed.ts`); a failure shrinks and prints its own path besides. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FC_SEED']) });
