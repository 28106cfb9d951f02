import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { decide } from '#libs/policy/decide.js';
import { demandOf } from '#libs/policy/demand.js';
import { readFacts } from '#libs/policy/facts.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { orderOf } from '../channels/order.js';
import type { Order } from '../channels/order.js';
import { completedByText } from './completed-by-text.js';

const sampleTexts = JSON.parse(readFileSync(new URL('./labelled/samples.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
const pack = loadPolicies(fileURLToPath(new URL('../../../policies', import.meta.url))).packNamed('439900', '2026-01-01')!;
const examples = pack.examples.filter(({ id }) => sampleTexts[id] !== undefined);

function demanded(order: Order) {
  return demandOf({ ...order, kinds: [...order.kinds], matters: [...order.matters], facts: readFacts(order.facts).facts });
}

/** The facts of a sample are all that is known of it: what its text adds must not send it elsewhere. */
describe('A sample case filed with its facts and its text', () => {
  it('finds all of them', () => expect(examples.length).toBe(36));

  it.each(examples.map((example) => [example.id, example] as const))('%s is decided as by its facts alone', async (id, { category, facts, receivedAt, origin }) => {
    const { matter, matters = [], kind, kinds = [], ...rest } = facts as Record<string, unknown> & { matters?: string[]; kinds?: string[] };
    const bare = orderOf({
      channel: '12345', channelNumber: id, origin, receivedAt, category, division: divisionNamed('439901')!.code, requester: null, employer: null, project: null, attachments: [],
      matters: matter ? [matter as string] : matters, kinds: kind ? [kind] : kinds, facts: rest,
    } as never);
    const [byFacts, withText] = [await decide(pack, demanded(bare)), await decide(pack, demanded(completedByText({ ...bare, text: sampleTexts[id]! })))];
    const { mode, lead, assist, guide, rules, flags, handover, children } = byFacts;
    const { finalAwardIfArbitrated: _, ...others } = flags; // By the amount, which the facts of some samples leave to the text.
    expect(withText).toMatchObject({ mode, lead, rules, assist, guide, flags: others, handover });
    expect(withText.children.map((child) => child.lead)).toEqual(children.map((child) => child.lead));
  });
});
