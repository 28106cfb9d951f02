import { TooManyCases } from '#libs/runtime/past-cases.js';
import { refused } from './what-if.controller.js';

describe('A what-if over HTTP', () => {
  it('that would look at more cases than a request can wait for is for the command line', () =>
    expect(() => refused(new TooManyCases('more'))).toThrow(expect.objectContaining({ code: 'WHAT_IF_TOO_MANY_CASES', details: { casesMax: 20_000 } })));
});
