import '#libs/contracts/catalogue.js';
import { Parser } from '@asyncapi/parser';
import { eventKinds } from '#libs/contracts/event.js';
import { asyncApiOf } from './openapi.js';

describe('The event catalogue', () => {
  it('is an AsyncAPI 3 document with every kind of event', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiOf('anxin')));
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.channels().all().map((channel) => channel.address())).toEqual(['anxin.case-events.v1']);
    expect(document?.components().messages().all()).toHaveLength(eventKinds.size);
  });
});
