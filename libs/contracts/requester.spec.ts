import type { Requester } from './intake.events.js';
import { correctionAsked, isCorrected, requesterNow } from './requester.js';

const subject = '01987f3a-6c00-7b31-9c42-6d4e5f708193';
const sealed = (field: string, data: string): object => ({ sealed: 1, subject, field, data });
const nothing = { name: null, phone: null, idNumber: null };
const person = { subject, name: sealed('name', 'n1'), phone: sealed('phone', 'p1'), idNumber: null, migrantWorker: true, secrecy: true, identity: 'proven', representedBy: null };
type Told = Parameters<typeof requesterNow>[0][number];
const filed = (requester: object | null): Told => ({ type: 'intake.claim-filed.v1', data: { requester } });
const corrected = (said: object): Told => ({ type: 'intake.personal-data-corrected.v1', data: { ...nothing, ...said } });
const asked = (said: object): Told => ({ type: 'intake.correction-requested.v1', data: { ...nothing, ...said } });
const declined: Told = { type: 'intake.correction-declined.v1', data: {} };

describe('The person of a case', () => {
  it('is as the claim says, until it is corrected; each field by the last that was said of it', () => {
    expect(requesterNow([filed(person)])).toEqual(person);
    const now = requesterNow([filed(person), corrected({ phone: sealed('phone', 'p2') }), corrected({ phone: sealed('phone', 'p3') }), corrected({ idNumber: sealed('idNumber', 'i1') })]);
    expect(now).toEqual({ ...person, phone: sealed('phone', 'p3'), idNumber: sealed('idNumber', 'i1'), identity: 'unproven' });
    expect([isCorrected([filed(person)]), isCorrected([filed(person), corrected({ phone: sealed('phone', 'p2') })])]).toEqual([false, true]);
  });
  it('keeps with a corrected telephone what vouches for the name', () => expect(requesterNow([filed(person), corrected({ phone: sealed('phone', 'p2') })])!.identity).toBe('proven'));
  it('is named by a correction where the claim named nobody', () => {
    expect(requesterNow([filed(null)])).toBeNull();
    expect(requesterNow([filed(null), corrected({ phone: sealed('phone', 'p2') })])).toEqual({ ...nothing, subject, phone: sealed('phone', 'p2'), migrantWorker: true, secrecy: false, identity: 'unproven', representedBy: null } as unknown as Requester);
  });
  it('asks for what was requested last, and for nothing once it is done or declined', () => {
    const [one, two] = [asked({ phone: sealed('phone', 'p2') }), asked({ name: sealed('name', 'n2') })];
    expect(correctionAsked([filed(person)])).toBeNull();
    expect(correctionAsked([filed(person), one, two])).toEqual({ ...nothing, name: sealed('name', 'n2') });
    for (const settled of [declined, corrected({ phone: sealed('phone', 'p9') })]) expect([correctionAsked([one, settled]), correctionAsked([one, settled, two])]).toEqual([null, { ...nothing, name: sealed('name', 'n2') }]);
  });
});
