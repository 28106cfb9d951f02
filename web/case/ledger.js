import { card, chip, facts, h } from '../dom.js';
import { word } from '../terms.js';
import { dueText, instantText } from '../time.js';
import { yuan } from '../money.js';
import { both, isChinese } from '../words.js';
import { t } from './words.js';

const TONES = { paid: 'good', due: 'busy', unclaimed: 'hard', instalmentMissed: 'warned', defaulted: 'breached', met: 'good', open: 'busy', missed: 'breached' };

/** The money, worker by worker: owed, promised, paid by whom and from which money, and what is missing. Nothing where nothing is known. */
export function ledgerCard({ standing, closedUnpaid, performBy, payers, instalments, offers, unsettled, totals, workers }) {
  if (workers.length === 0) return undefined;
  const comma = isChinese() ? '、' : ', ';
  return card(t('money'),
    h('p', { class: 'chips' }, chip(word(standing), TONES[standing]), closedUnpaid && chip(t('closedUnpaid'), 'breached')),
    facts([
      [t('owed'), yuan(totals.owed)], [t('paid'), yuan(totals.paid)],
      totals.unpaid > 0 && [t('toPay'), h('b', { class: 'late' }, yuan(totals.unpaid))], totals.unclaimed > 0 && [t('unclaimed'), yuan(totals.unclaimed)], totals.overpaid > 0 && [t('overpaid'), yuan(totals.overpaid)],
      performBy && [t('payBy'), dueText(performBy)], payers.length > 0 && [t('whoPays'), payers.map(word).join(comma)],
      unsettled.length > 0 && [t('unsettled'), unsettled.map((worker) => t('workerNo', { n: worker })).join(comma)],
    ], 'facts facts-grid'),
    instalments.length > 0 && h('ul', { class: 'orders' }, instalments.map(({ number, on, amount, standing: how }) => h('li', null, h('div', { class: 'order-head' }, h('b', null, t('instalment', { n: number })), chip(word(how), TONES[how])), h('small', null, `${dueText(on)} · ${yuan(amount)}`)))),
    offers.length > 0 && [h('p', { class: 'small' }, t('offers')), h('ul', { class: 'orders' }, offers.map((offer) => h('li', null, both(offer), h('small', null, offer.source))))],
    h('details', { class: 'fold' }, h('summary', null, t('byWorker', { n: workers.length })), h('ul', { class: 'orders' }, workers.map(line))));
}

function line({ worker, owed, lowered, unpaid, unclaimed, promised, payments, kept }) {
  const before = (corrected) => corrected.length > 0 && t('correctedFrom', { sum: yuan(corrected[0].was) });
  const about = [`${t('owed')} ${yuan(owed)}`, before(lowered), unpaid > 0 && `${t('toPay')} ${yuan(unpaid)}`, unclaimed > 0 && `${t('unclaimed')} ${yuan(unclaimed)}`].filter(Boolean).join(' · ');
  return h('li', null, h('div', { class: 'order-head' }, h('b', null, t('workerNo', { n: worker }))), h('small', null, about),
    promised.map(({ on, amount }) => h('small', null, `${t('promised')} ${dueText(on)} ${yuan(amount)}`)),
    payments.map(({ at, amount, payer, source, corrected }) => h('small', null, [instantText(at), yuan(amount), [...new Set([payer, source].filter(Boolean))].map(word).join(' / '), before(corrected)].filter(Boolean).join(' · '))),
    kept.map(({ at, amount, what, corrected }) => h('small', null, [instantText(at), `${word(what)} ${yuan(amount)}`, before(corrected)].filter(Boolean).join(' · '))));
}
