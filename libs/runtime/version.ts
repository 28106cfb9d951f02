import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Of this build, as `package.json` says; beside the sources as beside the compiled tree. */
export const VERSION = (JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)).replace(/([\\/])dist([\\/]package)/, '$2'), 'utf8')) as { version: string }).version;
