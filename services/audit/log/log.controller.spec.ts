import { Pool } from 'pg';
import { LogController } from './log.controller.js';
import { logKeys, LogKeysHeld } from './log-keys.js';

describe('The log of a process in production', () => {
  it('has no key to show where none was given', () => {
    const keys = logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [] }, 'some-log');
    expect(() => new LogController(new Pool(), new LogKeysHeld(keys), {} as never, {} as never).key()).toThrow(expect.objectContaining({ code: 'LOG_WITHOUT_KEY' }));
  });
});
