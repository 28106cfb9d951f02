import type { App } from '../app.js';
import { startApp } from '../app.js';

describe('A work order', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());

  it('is filed, routed, and its clocks run', async () => {
    const { body, status } = await app.hotline('station').file({ externalId: 'A-1', receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '三个月工资未发。', requester: { name: '甲子某' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' } });
    expect(status).toBe(202);
    await app.settled();
    const row = await app.office.get<{ lead: string; state: string; clocks: Record<string, { kind: string; due: string }> }>('supervisor', `/v1/cases/${body.caseId}`);
    expect(row).toMatchObject({ lead: 'inspectionBody', state: 'DISPATCHED' });
    expect(Object.values(row.clocks).map(({ kind, due }) => `${kind} ${due}`)).toEqual(expect.arrayContaining(['HOT-7D 2026-03-09', 'INSP-ACCEPT 2026-03-09']));
  });
});
