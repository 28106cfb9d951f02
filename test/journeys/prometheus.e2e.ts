import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { freePort } from '../../demo/guarded.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { tracerPeople } from '../tracers.js';
import { wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const ALERTS = 'k8s/observability/alerts.yaml';
const isThere = spawnSync('prometheus', ['--version']).status === 0;
if (!isThere) console.warn('SKIPPED: what a running Prometheus makes of metrics, rules and dashboard (prometheus is not on the PATH).');

interface Panel { readonly title: string; readonly type: string; readonly targets?: readonly { readonly expr: string }[] }
interface Rules { readonly groups: readonly { readonly rules: readonly { readonly name: string; readonly health: string; readonly state: string; readonly lastError?: string }[] }[] }

/** Panels that are empty where nothing of the kind was ever seen: a refusal, a try, a certificate. */
const MAY_BE_EMPTY = ['流程拒绝 / Refusals of processes', '拒绝访问 / Refused access', '督办巡查 / The watch', '证书剩余 / Certificates left', '逾期与将到期，按时钟 / Breached and due soon, by clock'];

/** The dashboard's questions and the alert rules, answered by a Prometheus that reads a product at work. */
(isThere ? describe : describe.skip)('Prometheus, reading the product', () => {
  const home = mkdtempSync(join(tmpdir(), 'anxin-prometheus-'));
  let app: App;
  let prometheus: ChildProcess | undefined;
  let url: string;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const rules = parse(readFileSync(ALERTS, 'utf8')) as { groups: { interval: string }[] };
    for (const group of rules.groups) group.interval = '1s';
    writeFileSync(join(home, 'alerts.yaml'), stringify(rules));
    writeFileSync(join(home, 'prometheus.yml'), stringify({
      global: { scrape_interval: '1s', evaluation_interval: '1s' }, rule_files: [join(home, 'alerts.yaml')],
      scrape_configs: Object.entries({ anxin: new URL(app.url).host, 'anxin-gone': `127.0.0.1:${await freePort()}` }).map(([job_name, target]) => ({ job_name, static_configs: [{ targets: [target] }] })),
    }));
    prometheus = spawn('prometheus', [`--config.file=${join(home, 'prometheus.yml')}`, `--storage.tsdb.path=${join(home, 'data')}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
    await whenTrue(async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok, 60_000);
    const people = tracerPeople(6);
    for (const [n, person] of people.entries()) await app.hotline('12345').file(wageOrders['12345']!(`P-${n}`, AT, person), `wh_${randomUUID()}`);
    await app.settled();
    await whenTrue(async () => (await asked('anxin_log_position')).some(({ value: [, seen] }) => Number(seen) > 50) && (await asked('count_over_time(anxin_append_seconds_count[5m])')).some(({ value: [, times] }) => Number(times) > 3), 60_000);
  }, 180_000);
  afterAll(async () => {
    if (prometheus?.exitCode === null) {
      const gone = once(prometheus, 'exit');
      prometheus.kill();
      await gone;
    }
    await app?.stop();
    rmSync(home, { recursive: true, force: true });
  }, 60_000);

  const json = async <T>(path: string): Promise<T> => ((await (await fetch(`${url}${path}`)).json()) as { data: T }).data;
  const asked = async (expr: string): Promise<readonly { metric: Record<string, string>; value: [number, string] }[]> => {
    const answer = (await (await fetch(`${url}/api/v1/query?query=${encodeURIComponent(expr)}`)).json()) as { status: string; error?: string; data?: { result: never[] } };
    if (answer.status !== 'success') throw new Error(`${expr}: ${answer.error}`);
    return answer.data!.result;
  };

  it('finds the product up, and every number under the name by which the dashboard asks for it', async () => {
    expect((await asked('up{job="anxin"}')).map(({ value: [, up] }) => up)).toEqual(['1']);
    const { panels } = JSON.parse(readFileSync('k8s/observability/dashboard.json', 'utf8')) as { panels: Panel[] };
    const silent: string[] = [];
    for (const { title, targets = [] } of panels) {
      const answers = await Promise.all(targets.map(async ({ expr }) => (await asked(expr.replaceAll('$job', '.+'))).length));
      if (targets.length > 0 && answers.every((n) => n === 0) && !MAY_BE_EMPTY.includes(title)) silent.push(title);
    }
    expect(silent).toEqual([]);
    expect(panels.filter(({ title }) => MAY_BE_EMPTY.includes(title))).toHaveLength(MAY_BE_EMPTY.length);
  }, 60_000);

  it('evaluates every alert rule without an error, and raises none of a product that is well', async () => {
    const wanted = (parse(readFileSync(ALERTS, 'utf8')) as { groups: { rules: { alert: string }[] }[] }).groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));
    const rules = await whenTrue(async () => {
      const read = (await json<Rules>('/api/v1/rules')).groups.flatMap(({ rules: each }) => each);
      return read.every(({ health }) => health !== 'unknown') ? read : undefined;
    }, 60_000);
    expect(rules.map(({ name }) => name).sort()).toEqual([...wanted].sort());
    expect(rules.filter(({ health, state }) => health !== 'ok' || state === 'firing').map(({ name, lastError, state }) => ({ name, lastError, state }))).toEqual([]);
  }, 90_000);

  it('is about to raise the alarm for a process that does not answer, and for no other', async () => {
    const pending = async () => (await json<{ alerts: { labels: Record<string, string>; state: string }[] }>('/api/v1/alerts')).alerts.filter(({ labels }) => labels['alertname'] === 'AnxinProcessAway').map(({ labels: { job }, state }) => [job, state]);
    await whenTrue(async () => (await pending()).length > 0, 30_000);
    expect(await pending()).toEqual([['anxin-gone', 'pending']]);
  }, 60_000);
});
