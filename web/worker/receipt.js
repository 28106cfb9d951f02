import { fill, h, say } from './dom.js';
import { sendPhotos } from './photos.js';
import { previewCard } from './preview.js';
import { both, t } from './words.js';

/** It is filed: number, code, QR code, and the photos on their way. */
export function done(main, receipt, preview, photos) {
  const { caseNumber, trackingCode, qr, text, missing, identity } = receipt;
  fill(main, h('h1', { tabindex: '-1' }, t('doneTitle')),
    h('section', { class: 'card slip' }, h('p', null, t('number'), h('b', null, ` ${caseNumber}`)), h('p', { class: 'code-label' }, t('code')), h('p', { class: 'code' }, trackingCode),
      h('img', { class: 'qr', alt: `${t('code')} ${trackingCode}`, width: '200', height: '200', src: `data:image/svg+xml,${encodeURIComponent(qr)}` }), h('p', { class: 'hint' }, t('codeHint')), h('p', { class: 'hint' }, t(identity === 'proven' ? 'identityProven' : 'identityUnproven')), h('p', { class: 'as-text' }, both(text)),
      h('div', { class: 'ends no-print' }, h('button', { class: 'big', type: 'button', onclick: () => window.print() }, t('print')), h('a', { class: 'big', href: `sms:?body=${encodeURIComponent(both(text))}` }, t('sms')), h('a', { class: 'big primary', href: `#/track/${trackingCode}` }, t('toTrack')))),
    photos.length > 0 && h('section', { class: 'card no-print' }, h('h2', null, t('uploading')), sendPhotos(trackingCode, photos)),
    missing.length > 0 && h('section', { class: 'card' }, h('h2', null, t('you')), h('ul', { class: 'list' }, missing.map((one) => h('li', null, both(one))))),
    previewCard(preview));
  main.querySelector('h1').focus();
  window.scrollTo(0, 0);
  say(`${t('doneTitle')} ${t('code')} ${trackingCode}`);
}
