import type { TransferEvent } from '#libs/contracts/intake.events.js';
import { specify } from '#libs/decider/specify.js';
import { transfers } from './transfer.decider.js';

const given = specify(transfers);
const at = '2026-03-02T10:20:00+08:00';
const base = { at, transfer: '0191a000-0000-7000-8000-000000000001', order: 0, peer: 'log-b' } as const;
const to = { department: 'inspectionBody', division: '439801' };
const receipt = { caseId: '0191a000-0000-7000-8000-000000000002', caseNumber: '439901-2026-D01-000001', position: '17', checkpoint: null };
const delivered: TransferEvent = { type: 'TransferDelivered', ...base, to, receipt };
const taken: TransferEvent = { type: 'TransferTaken', ...base, unit: to };
const sentBack: TransferEvent = { type: 'TransferSentBack', ...base, ground: 'LSR 13', reason: '用工地不在本地' };
const { order: _, ...heard } = base;
const deliver = { ...heard, orders: [0], type: 'NoteDelivered', to, receipt } as const;
const take = { ...heard, orders: [0], type: 'NoteTaken', unit: to } as const;
const sendBack = { ...heard, orders: [0], type: 'NoteSentBack', ground: 'LSR 13', reason: '用工地不在本地' } as const;

describe('A transfer to another log', () => {
  it('is delivered with the receipt of that log, once', () => {
    given().when(deliver).then(delivered);
    given(delivered).when(deliver).thenNothing();
  });
  it('is taken, once', () => {
    given(delivered).when(take).then(taken);
    given(delivered, taken).when(take).thenNothing();
  });
  it('is sent back with its reason, once', () => {
    given(delivered).when(sendBack).then(sentBack);
    given(delivered, sentBack).when(sendBack).thenNothing();
  });
  it('keeps the last word that was said', () => {
    given(delivered, taken).when(sendBack).thenNothing();
    given(delivered, sentBack).when(take).thenNothing();
  });
  it('may be answered before its receipt has come', () => {
    given().when(take).then(taken);
    given(taken).when(deliver).thenNothing();
  });
  it('of several orders is heard of for each of them', () => {
    const along = { orders: [0, 1] };
    given().when({ ...deliver, ...along }).then(delivered, { ...delivered, order: 1 });
    given(delivered).when({ ...deliver, ...along }).then({ ...delivered, order: 1 });
    given(delivered, taken).when({ ...take, ...along }).then({ ...taken, order: 1 });
    given(delivered, taken, { ...taken, order: 1 }).when({ ...sendBack, ...along }).thenNothing();
  });
  it('is one of several of its case', () => given(delivered, sentBack).when({ ...deliver, transfer: receipt.caseId }).then({ ...delivered, transfer: receipt.caseId }));
});
