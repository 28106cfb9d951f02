import { chip, h, say } from '../dom.js';
import { get, post } from '../api.js';
import { section } from '../parts/states.js';
import { table } from '../parts/table.js';
import { problemView } from '../problem-view.js';
import { screenOf } from '../screens.js';
import { serviceName } from '../terms.js';
import { both } from '../words.js';
import { t } from './words.js';

const SERVICES = ['intake', 'routing', 'resolution', 'supervision'];
const LOOK_MS = 1_000;
const TONES = { running: 'busy', done: 'good', failed: 'breached' };

/** Read tables of every service, and how their last rebuild goes or went. */
export function screen(main, { signal }) {
  main.replaceChildren(
    h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, both(screenOf('rebuild').title)), h('p', null, t('intro'))),
    h('div', { class: 'stack' }, SERVICES.map((service) => h('section', { class: 'card', 'aria-labelledby': `of-${service}` }, h('h2', { id: `of-${service}` }, serviceName(service)),
      section(() => get(`/v1/${service}/rebuilds`, { signal }), ({ projections }) => shelf(service, projections, signal), signal)))));
}

/** The tables of one service; while one is made again, looked at once a second. */
function shelf(service, projections, signal) {
  const place = h('div', null);
  const draw = (rows) => {
    place.replaceChildren(table({
      caption: serviceName(service), rows, none: h('p', null, t('none')), columns: [
        { key: 'projection', title: t('projection'), head: true, cell: ({ projection }) => h('code', null, projection) },
        { key: 'state', title: t('state'), cell: ({ run }) => (run ? chip(t(run.state), TONES[run.state]) : chip(t('never'))) },
        { key: 'result', title: t('result'), cell: ({ run }) => (run ? outcome(run) : '—') },
        { key: 'steps', title: t('steps'), cell: ({ projection, run }) => (run?.state === 'running' ? '—' : h('div', null, button(projection, 'rebuild'), ' ', button(projection, 'check'))) },
      ],
    }));
    if (rows.some(({ run }) => run?.state === 'running')) setTimeout(() => void look(), LOOK_MS);
  };
  const look = async () => {
    if (signal.aborted) return;
    try {
      draw((await get(`/v1/${service}/rebuilds`, { signal })).projections);
    } catch (error) {
      if (!signal.aborted) place.append(problemView(error));
    }
  };
  const button = (projection, what) => h('button', { type: 'button', class: 'button small-button', 'aria-label': `${t(what)} ${projection}`, onclick: () => void start(projection, what === 'check') }, t(what));
  const start = async (projection, check) => {
    try {
      await post(`/v1/${service}/rebuilds`, { projection, check });
      say(`${projection}: ${t('running')}`);
      await look();
    } catch (error) {
      place.append(problemView(error));
    }
  };
  draw(projections);
  return place;
}

function outcome({ state, position, of, result, code, check }) {
  if (state === 'running') return t('progress', { position, of });
  if (state === 'failed') return code;
  const said = result.differing === 0 ? t('same', result) : t('differed', { n: result.differing, key: result.firstKey });
  return [h('span', null, said), ' ', h('small', { title: result.digest }, t('digest', { digest: result.digest.slice(0, 12) })), check && h('small', null, ` · ${t('checked')}`)];
}
