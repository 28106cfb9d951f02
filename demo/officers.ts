import { addDays } from '#libs/calendar/day.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Office } from './office.js';
import { StepRefused } from './office.js';
import type { Fate } from './orders.js';

/** One case in an officer's hands. `role` is whoever the step belongs to. */
interface Hand {
  readonly office: Office;
  readonly caseId: string;
  readonly today: string;
}

type Play = (hand: Hand) => Promise<void>;

const PATIENCE_MS = 45_000;
const PAUSE_MS = 60;

/** One step by whoever it belongs to. What must happen first may still be on its way through Kafka: a refusal is believed when it stands. */
const step = (role: string, command: string, fields: (hand: Hand) => object = () => ({})): Play => async (hand) => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await hand.office.do(role, hand.caseId, command, fields(hand));
      return;
    } catch (error) {
      if (!(error instanceof StepRefused) || ![404, 409].includes(error.status) || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
};
const plays = (...steps: readonly Play[]): Play => async (hand) => {
  for (const one of steps) await one(hand);
};

const days = (count: number) => ({ today }: Hand): string => addDays(today, count);
const owed = (...amounts: readonly number[]): object[] => amounts.map((amount, at) => ({ worker: at + 1, amount }));
const FEN = 960_000;

const sign = step('officer', 'routing/sign-order');
const contact = plays(sign, step('officer', 'resolution/contact-requester', () => ({ order: 0, reached: true })));
const reply = step('officer', 'resolution/give-reply', () => ({ order: 0, reply: '您的诉求已受理，承办单位正在办理，进展会及时告知。' }));
const accept = plays(contact, step('inspector', 'resolution/accept-complaint'), reply);
const file = plays(accept, step('inspector', 'resolution/file-inspection', () => ({ inspectors: ['inspector-439901', 'inspector-439902'] })));
const order = plays(file, step('inspector', 'resolution/order-payment', (hand) => ({ owed: owed(FEN), dueOn: days(7)(hand), service: 'inPerson' })));
const mediate = plays(contact, step('officer', 'resolution/apply-for-mediation', () => ({ organisation: '测试街道劳动争议调解委员会' })), step('mediator', 'resolution/start-mediation', () => ({ mediator: 'mediator-439900' })));
const agree = plays(mediate, step('mediator', 'resolution/record-agreement', (hand) => ({ performBy: days(10)(hand), owed: owed(FEN) })), reply);
const paid = step('officer', 'resolution/record-wage-paid', () => ({ worker: 1, amount: FEN, source: 'employer', evidence: '银行转账回单' }));
const takeUp = plays(sign, step('arbitrator', 'resolution/accept-application', () => ({ pendingDocuments: ['劳动合同'] })), step('arbitrator', 'resolution/serve-copy', () => ({ proof: '直接送达回证' })), step('arbitrator', 'resolution/form-panel', () => ({ arbitrators: ['arbitrator-439900'] })));
const hearing = plays(takeUp, step('arbitrator', 'resolution/schedule-hearing', (hand) => ({ hearingOn: days(12)(hand), room: '速裁一庭' })));
const award = plays(takeUp, step('arbitrator', 'resolution/make-award', (hand) => ({ final: true, performBy: days(15)(hand), owed: owed(FEN) })), step('arbitrator', 'resolution/serve-award', () => ({ party: 'both' })));
/** By somebody who did not handle the case. */
const callback = (solved: boolean): Play => step('supervisor', 'resolution/record-callback', () => ({ solved, satisfied: solved ? 'satisfied' : 'dissatisfied' }));
const conclude = plays(contact, step('officer', 'resolution/conclude-matter', () => ({ order: 0, procedure: 'general', result: 'solved', reply: '已按政策办理完毕。' })));

/** How each fate is played, by the same steps that real officers take. */
const script: Readonly<Record<Fate, Play>> = {
  untouched: plays(),
  signed: sign,
  contacted: contact,
  objected: step('officer', 'routing/object-to-dispatch', () => ({ ground: '《劳动保障监察条例》第13条', reason: '用工地不在本辖区' })),
  redispatched: plays(step('officer', 'routing/object-to-dispatch', () => ({ ground: '《劳动保障监察条例》第13条', reason: '用工地在邻区' })), step('supervisor', 'routing/redispatch-order', () => ({ department: 'inspectionBody', division: '439900', ground: 'LSR 13', reason: '由市级监察机构办理' }))),
  mediating: mediate,
  mediated: agree,
  mediatedPaid: plays(agree, paid, callback(true)),
  mediationFailed: plays(mediate, step('mediator', 'resolution/fail-mediation', () => ({ reason: '双方差距过大', wantsArbitration: true }))),
  investigating: file,
  ordered: order,
  orderedPaid: plays(order, paid, callback(true)),
  orderedToday: plays(file, step('inspector', 'resolution/order-payment', ({ today }) => ({ owed: owed(FEN), dueOn: today, service: 'posted' }))),
  arbitrating: hearing,
  awarded: award,
  awardedPaid: plays(award, paid, callback(true)),
  conciliated: plays(takeUp, step('arbitrator', 'resolution/serve-mediation-instrument', (hand) => ({ performBy: days(7)(hand), owed: owed(FEN) })), paid),
  answered: plays(sign, step('officer', 'resolution/answer-on-line', () => ({ order: 0, reply: '已向您说明政策条件和办理窗口。' }))),
  handedOver: contact,
  concluded: plays(conclude, callback(true)),
  relieved: plays(contact, step('relief', 'resolution/give-relief', () => ({ order: 0, amount: 60_000 }))),
  called: plays(agree, paid, callback(true), step('officer', 'resolution/archive-case')),
  reopened: plays(agree, paid, callback(false)),
  carried: plays(contact, step('supervisor', 'resolution/carry-forward', (hand) => ({ reason: '用人单位破产清算中', reviewOn: days(30)(hand) }))),
  transferred: step('officer', 'routing/accept-transfer'),
  supplemented: step('officer', 'intake/supplement-claim', () => ({ facts: { workers: 12, amount: 96_000 } })),
};

/** Plays a case to its fate. A step that the law refuses ends it there: the case stands where it stands; the refusal is told. */
export async function playOut(office: Office, caseId: string, fate: Fate, now: string): Promise<string | undefined> {
  try {
    await script[fate]({ office, caseId, today: dayOf(now) });
    return undefined;
  } catch (error) {
    return `${fate}: ${(error as Error).message.slice(0, 400)}`;
  }
}
