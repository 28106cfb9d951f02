import { fill, h, say } from './dom.js';
import { call, persist, Refused } from './net.js';
import { draft, forget, keep } from './draft.js';
import { choice, field, place, places, text, tick } from './fields.js';
import { claimOf, ourName, TOPICS } from './claim.js';
import { photoPicker } from './photos.js';
import { previewCard } from './preview.js';
import { done } from './receipt.js';
import { workFor } from './sha256.js';
import { both, t } from './words.js';

/** The form: plain words, one page, nothing that must be filled in before the server was asked. */
export async function fileScreen(main, params, again) {
  const kept = draft();
  const assertion = assertedFor(kept, params);
  const token = params.get('site') || kept.site || '';
  const [[list, site, refused], offered] = await Promise.all([known(token), offeredBy()]);
  kept.site = site ? token : undefined;
  const form = {
    values: kept.values, places: places(),
    set(name, value) {
      kept.values[name] = value;
      fill(saved, keep(kept) ? t('kept') : '');
      if (name === 'about') money.hidden = !asksMoney();
      sure = undefined;
    },
  };
  const asksMoney = () => (TOPICS[kept.values.about] || {}).wages === true;
  let sure; // What was missing, and is sent without all the same.
  const saved = h('span', { class: 'saved', role: 'status' });
  const photos = photoPicker();
  const money = section(t('stepMoney'), field(form, 'owed', t('owed'), text(form, 'owed', { inputmode: 'decimal', maxlength: 12 })), field(form, 'people', t('people'), text(form, 'people', { inputmode: 'numeric', maxlength: 6 })),
    field(form, 'from', t('from'), text(form, 'from', { type: 'month', placeholder: t('monthHint') })), field(form, 'to', t('to'), text(form, 'to', { type: 'month', placeholder: t('monthHint') })),
    choice(form, 'still', t('stillThere'), [['yes', t('yes')], ['no', t('no')]]), choice(form, 'reach', t('gone'), [['yes', t('reachable')], ['no', t('unreachable')]]));
  money.hidden = !asksMoney();
  const answer = h('div', { class: 'answer' });
  const button = h('button', { class: 'big primary', type: 'submit' }, t('send'));

  const ask = async () => {
    const preview = await persist(() => call('POST', '/v1/self-service/claims/check', JSON.stringify(claimOf(kept.formId, kept.values, site && { token, division: site.division })), { headers: vouching(assertion) }), waiting);
    const problems = preview.wrong.concat(preview.missing).map(ourName);
    const elsewhere = form.places.say(problems);
    fill(answer, preview.wrong.length > 0 ? notice('bad', t('wrongTop')) : preview.missing.length > 0 ? notice('mind', t('missingTop')) : notice('good', t('checkedTop')),
      elsewhere.length > 0 && h('ul', { class: 'list' }, elsewhere.map((one) => h('li', null, both(one)))), preview.wrong.length === 0 && previewCard(preview));
    return preview;
  };
  const waiting = (n) => { fill(answer, notice('mind', t('again', { n }))); say(t('again', { n })); };
  const work = async (step) => {
    button.disabled = true;
    try {
      await step();
    } catch (error) {
      fill(answer, trouble(error));
      say(answer.textContent);
    }
    button.disabled = false;
  };
  const send = () => work(async () => {
    fill(answer, notice('mind', t('busy')));
    const preview = await ask();
    if (preview.wrong.length > 0) return say(t('wrongTop'));
    const lacking = preview.missing.map((one) => one.field).join();
    if (lacking !== '' && sure !== lacking) {
      sure = lacking;
      fill(button, t('sendAnyway'));
      return say(t('missingTop'));
    }
    const proof = preview.workBits > 0 ? await workFor(kept.formId, preview.workBits) : undefined;
    const receipt = await file(kept, JSON.stringify(claimOf(kept.formId, kept.values, site && { token, division: site.division })), proof, waiting, assertion);
    forget();
    done(main, receipt, preview, photos.chosen());
  });

  fill(main, h('h1', { tabindex: '-1' }, t('fileTitle')), h('p', { class: 'lead' }, t('fileLead')), h('p', { class: 'danger' }, t('danger')),
    refused && notice('bad', refused),
    h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); send(); } },
      section(t('stepWhat'), choice(form, 'about', t('stepWhat'), Object.keys(TOPICS).map((about) => [about, t(about)]), { titled: true })),
      section(t('stepWhere'), site ? siteCard(site, () => { kept.site = undefined; keep(kept); location.hash = '#/file'; again(); }) : [place(form, list), field(form, 'siteName', t('siteName'), text(form, 'siteName', { maxlength: 100 }))],
        field(form, 'boss', t('boss'), text(form, 'boss', { maxlength: 100 })), !site && field(form, 'street', t('street'), text(form, 'street', { maxlength: 200 }))),
      money,
      section(t('stepWho'), assertion === undefined && identityCard(offered, kept, params), field(form, 'name', t('name'), text(form, 'name', { maxlength: 60 })), field(form, 'phone', t('phone'), text(form, 'phone', { type: 'tel', maxlength: 11 })),
        field(form, 'idNumber', t('idNumber'), text(form, 'idNumber', { maxlength: 18, autocapitalize: 'characters' })), tick(form, 'keepName', t('keepName'))),
      section(t('stepStory'), field(form, 'story', t('story'), text(form, 'story', { rows: 5, maxlength: 4000 }), t('storyHint'))),
      section(t('stepPhotos'), photos.element),
      h('div', { class: 'ends' }, h('button', { class: 'big', type: 'button', onclick: () => work(async () => { await ask(); }) }, t('look')), button, saved), answer,
      h('button', { class: 'plain', type: 'button', onclick: () => { if (confirm(t('clearSure'))) { forget(); again(); } } }, t('clear'))),
    h('p', { class: 'hint' }, t('pageNote')));
}

/** Whether the city's service of real names can be asked from here. A page that cannot learn it goes on without. */
function offeredBy() {
  return call('GET', '/v1/self-service/identity').catch(() => ({ signIn: false, form: null }));
}

/** Goes to the service of real names and comes back to the form, which stays on the phone meanwhile. */
function identityCard(offered, kept, params) {
  const came = params.get('identity');
  if (came) history.replaceState(null, '', '#/file');
  if (!offered.signIn) return undefined;
  if (offered.form === kept.formId) return h('div', { class: 'identity' }, notice('good', t('identityHere')), h('p', { class: 'hint' }, t('identityHereHint')));
  return h('div', { class: 'identity' }, came === 'no' && notice('mind', t('identityNo')), came === 'away' && notice('mind', t('identityAway')), h('p', { class: 'hint' }, t('identityHint')),
    h('a', { class: 'big', href: `/v1/self-service/identity/sign-in?form=${encodeURIComponent(kept.formId)}`, onclick: () => { keep(kept); } }, t('identityGo')));
}

/** The app of the city that opens this page may bring who it is: an assertion made for the form that it names. It stays in memory, and out of the address. */
function assertedFor(kept, params) {
  const [form, assertion] = [params.get('form'), params.get('assertion')];
  if (!form || !assertion) return undefined;
  if (kept.formId !== form && kept.sent === undefined) kept.formId = form; // What was sent may have come in under its own number.
  history.replaceState(null, '', '#/file');
  return kept.formId === form ? assertion : undefined;
}

const vouching = (assertion) => (assertion === undefined ? {} : { 'x-identity-assertion': assertion });

/** The places to choose from, and what the code of a site fills in. A bad code is said in words, and the form is there all the same. */
async function known(token) {
  const list = call('GET', '/v1/self-service/places').then(({ places: all }) => all);
  if (token === '') return [await list, undefined, undefined];
  try {
    return [await list, await call('GET', `/v1/self-service/sites/${encodeURIComponent(token)}`), undefined];
  } catch (error) {
    return [await list, undefined, error.problem && error.problem.detail ? error.problem.detail : t('failed')];
  }
}

/** What was sent before and may have come in is sent again as it was: its number is answered. */
async function file(kept, body, proof, waiting, assertion) {
  const send = (text) => persist(() => call('POST', '/v1/self-service/claims', text, { headers: Object.assign(vouching(assertion), proof === undefined ? {} : { 'x-work-done': proof }) }), waiting);
  const before = kept.sent;
  kept.sent = body;
  keep(kept);
  try {
    return await send(body);
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'KEY_REUSED' && before !== undefined && before !== body) return send(before);
    if (error instanceof Refused && error.problem.code === 'KEY_REUSED') kept.sent = before;
    throw error;
  }
}

/** Numbered by the sheet: a part that is not asked leaves no gap. */
function section(title, ...content) {
  return h('section', { class: 'card numbered' }, h('h2', null, h('span', { class: 'step', 'aria-hidden': 'true' }), title), content);
}

function siteCard(site, leave) {
  const line = (label, value) => h('div', null, h('dt', null, label), h('dd', null, value));
  return h('div', { class: 'site' }, h('p', null, t('siteHere')), h('p', { class: 'site-name' }, site.name),
    h('dl', null, line(t('siteContractor'), site.contractor), site.contractor !== site.generalContractor && line(t('siteGeneral'), site.generalContractor), line(t('sitePlace'), site.place)),
    h('button', { class: 'plain', type: 'button', onclick: leave }, t('notThisSite')));
}

export function notice(kind, words) {
  return h('p', { class: `notice ${kind}` }, words);
}

export function trouble(error) {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 0) return notice('bad', t('offline'));
  const { title, detail, errors } = error.problem;
  return h('div', { class: 'notice bad' }, h('p', null, detail || title || t('failed')), errors && h('ul', { class: 'list' }, errors.map((one) => h('li', null, one.problem))));
}
