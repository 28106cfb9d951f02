import { createLog, NestLog, traceOf } from './logger.js';

function written(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog('trace', { write: (line) => { lines.push(line); } }));
  expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('The log', () => {
  it('writes one JSON line with level and UTC time', () => {
    expect(written((log) => log.info({ caseId: 'c' }, 'stored'))).toEqual([{ level: 'info', time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/), caseId: 'c', msg: 'stored' }]);
  });

  it('keeps to one line whatever is written', () => {
    expect(written((log) => log.info({ route: 'a\r\n{"level":"fatal"}' }, 'x\ny\u2028z'))).toHaveLength(1);
  });

  it('hides personal fields and secrets by name, three levels deep', () => {
    const said = JSON.stringify(written((log) => {
      log.info({ name: '张测试', phone: 'p-1', requester: { name: '张测试', idNumber: 'i-1' }, order: { requester: { phone: 'p-2' }, employer: { address: '某地一号' } }, headers: { authorization: 'Bearer x' }, text: '拖欠' }, 'm');
      log.info({ a: { token: 'tok-1' }, b: { c: { secret: 'whsec_x' } } }, 'm');
    }));
    expect(said).not.toMatch(/张测试|p-1|p-2|i-1|某地|Bearer|拖欠|tok-1|whsec/);
  });

  it('hides personal numbers by shape, wherever they stand, and no others', () => {
    const [line] = written((log) => log.info({ said: '13900000001', card: 'x 6220000000000000016 y', id: '018f3c5e-7a00-7000-8000-139000000010', position: '9007199254740993', ms: 1764000000000 }, '身份证 43000019900307009X。'));
    expect(line).toMatchObject({ said: '***', card: 'x *** y', msg: '身份证 ***。', id: '018f3c5e-7a00-7000-8000-139000000010', ms: 1764000000000 });
  });

  it('tells where an error arose, not what it quotes', () => {
    const error = new TypeError('invalid input syntax: "张测试"', { cause: Object.assign(new Error('Key (phone)=(13900000001)'), { code: '23505' }) });
    expect(traceOf(error)).toEqual({ type: 'TypeError', frames: expect.arrayContaining([expect.stringContaining('logger.spec')]), cause: { type: 'Error', code: '23505', frames: expect.any(Array) } });
    expect(JSON.stringify([traceOf(error), traceOf('张测试'), traceOf(undefined)])).not.toMatch(/张测试|13900000001/);
  });

  it("takes Nest's own words", () => {
    const lines = written((log) => {
      const nest = new NestLog(log);
      nest.log('started', 'NestFactory');
      nest.error('failed', 'Error: 张测试\n    at x (y.ts:1:1)', 'ExceptionsHandler');
      nest.error(new Error('张测试'), 'Boot');
      nest.warn({ a: 1 });
      for (const level of ['debug', 'verbose', 'fatal'] as const) nest[level]('m');
    });
    expect(lines.map(({ level, context }) => [level, context])).toEqual([['info', 'NestFactory'], ['error', 'ExceptionsHandler'], ['error', 'Boot'], ['warn', undefined], ['debug', undefined], ['trace', undefined], ['fatal', undefined]]);
    expect(JSON.stringify(lines)).not.toContain('张测试');
  });
});
