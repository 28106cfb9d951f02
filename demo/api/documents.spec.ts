import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { loadEventKinds } from '#libs/contracts/write-schemas.js';

describe('What is published of the API', () => {
  it('is what the code says, and breaks nobody who was written against it', () => { // Else: npm run api, and commit what it writes.
    const { stdout, stderr } = spawnSync(process.execPath, ['dist/demo/api/write-api.js', '--check'], { encoding: 'utf8' }); // As it is compiled: the compilers write other types of fields into the decorators.
    expect([stdout, stderr]).toEqual(['', '']);
  });

  it('is an AsyncAPI 3 document with every kind of event, each with a sample that fits', async () => {
    const { document, diagnostics } = await new Parser().parse(readFileSync('docs/api/asyncapi.json', 'utf8'));
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.channels().all().map((channel) => channel.address())).toEqual(['anxin.case-events.v1']);
    expect(document?.components().messages().all()).toHaveLength((await loadEventKinds()).size);
  });
});
