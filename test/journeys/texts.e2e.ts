import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { refusalCatalogue } from '#libs/decider/refusal.js';
import { generalProblems } from '#libs/runtime/problem.js';
import type { FieldSchema } from '#libs/runtime/validation.js';
import { signWebhook } from '#libs/security/webhook.js';
import type { Document } from '../../demo/api/openapi-of.js';
import type { Family } from '../access/hostile.js';
import { families, MARK, markedText } from '../access/hostile.js';
import { KeptTexts } from '../access/kept-texts.js';
import { rulesOf } from '../access/rules.js';
import type { Form, TextField } from '../access/text-fields.js';
import { bodyOf, formsOf, textsOf } from '../access/text-fields.js';
import type { Place, World } from '../access/world.js';
import { NEXT, OWN, pathOf, startWorld, wrongOf } from '../access/world.js';
import { listenToLog } from '../tracers.js';
import type { Reply } from '../work-orders.js';
import { send as sendOrder } from '../work-orders.js';

const FAMILIES = Object.keys(families) as Family[];
/** Whose keys and terms may be changed while others go on; and what nobody may have done to the rest of the test. */
const SPARE = 'clue-platform';
/** More than enough to find the refused fields of a form, one round for each check that hides another. */
const ROUNDS_MAX = 6;
/** A field of a shape (a day, a code, one of a list) gets every so manieth family: what is refused by its shape is refused whatever it means. */
const SHAPED_EVERY = 4;

/** Refusals of what one field names, by their code: given before the other fields are looked at. */
const LOOKED_UP: Readonly<Record<string, string>> = { SITE_CODE_UNKNOWN: 'site' };

/** Values that exist, by the name of the field, for those that a hostile text was refused in. */
const KNOWN: Readonly<Record<string, unknown>> = { department: 'inspectionBody', uri: 'https://files.example/1', caseNumber: '439901-2026-D01-000001', value: 'true', period: '2026-03', division: OWN, areaCode: OWN, region: OWN, place: OWN };

/** Which only ask, or of whose text the log keeps what was made of it: a fingerprint, a relation, or nothing but that there was one. */
const LEAVES_NOTHING = /\/check |audit\/(who-looked|bundles)|\/reconciliations|\/notes |declare-conflict employer|allot-waiting|work-orders \S+ (address|eventAddress|street|workPlace|caller\.callsFor|requester\.onBehalfOf|proxyNote|me\.filledInBy)$|self-service\/claims (street|me\.filledInBy)$/;

type Answer = Reply & { readonly headers: Headers };

describe('A text that is meant for somebody else', () => {
  let world: World;
  let mine: Place;
  let forms: readonly Form[];
  /** Of the forms of one request class the first. */
  let firsts: readonly Form[];
  const secrets: Record<string, string> = {};
  const lines: string[] = [];
  /** `route command field` → the families that came through the form or were refused by the field's name. */
  const reached = new Map<string, Set<Family>>();
  const refused = new Set<string>();
  const past = new Set<string>();
  const accepted: { readonly form: Form; readonly texts: ReadonlyMap<string, string> }[] = [];
  let requests = 0;

  beforeAll(async () => {
    listenToLog(lines);
    world = await startWorld();
    mine = await world.place(OWN);
    mine = { ...mine, ids: { ...mine.ids, sign: await sign() } };
    forms = formsOf((await (await fetch(`${world.app.url}/openapi.json`)).json()) as Document);
    firsts = [...new Map([...forms].reverse().map((form) => [form.of, form])).values()];
    const { json } = await world.ask('POST /v1/channels/{channel}/keys', await world.issuer.token('security-admin', '000000'), { place: { ids: { channel: 'transfer' } }, body: { reason: '试验互转' } });
    Object.assign(secrets, world.app.secrets, { transfer: json['secret'] });
  });
  afterAll(() => world?.stop());

  /** So many of one employer that the place has an early sign. */
  async function sign(): Promise<string> {
    const order = (n: number) => ({ externalId: `SIGN-${n}`, receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', demandKind: 'complaint', division: n % 2 === 0 ? OWN : NEXT, text: `密：第${n}人的工资未发。`, requester: { name: `密聚${n}`, phone: `1391200${1000 + n}` }, employer: { name: '测试聚集劳务公司' }, facts: { workers: 1, amount: 18_000 + n, months: 3 } });
    await Promise.all(Array.from({ length: 8 }, (_, n) => sendOrder({ url: world.app.url, channel: 'station', secret: world.app.secrets['station']! }, order(n))));
    await world.app.settled();
    const { json } = await world.ask('GET /v1/supervision/signs', await world.issuer.token('supervisor', OWN));
    return (json['signs'] as { sign: string }[])[0]!.sign;
  }

  const nameOf = ({ route, command, channel }: Form): string => [route, command, channel].filter((part) => part !== undefined).join(' ');
  const rules = rulesOf();
  /** Whose step it is, where a route is open to more roles than its steps. */
  const stepsOf = new Map<string, string>();
  const ask = async (form: Form, body: unknown): Promise<Answer> => {
    requests += 1;
    const { border, roles } = rules.get(form.route)!;
    const channel = form.channel ?? (border === 'system' && form.route.includes('/channels/') ? SPARE : 'station');
    const place = { ids: { ...mine.ids, channel, ...(form.command !== undefined && { command: form.command }), id: randomUUID(), key: 'nobody' } };
    if (border === 'signed') {
      const text = JSON.stringify(body);
      return world.ask(form.route, undefined, { place, body: text, headers: signWebhook(secrets[channel]!, randomUUID(), Math.floor(Date.now() / 1000), text) });
    }
    const role = stepsOf.get(nameOf(form)) ?? roles.find((each) => each !== 'worker');
    const answer = await world.ask(form.route, role && (await world.issuer.token(role, OWN)), { place, body });
    const other = answer.json.code === 'NOT_YOUR_ROLE' ? (answer.json['details'] as { roles: string[] }).roles.find((each) => each !== 'worker') : undefined;
    if (other === undefined || other === role) return answer;
    stepsOf.set(nameOf(form), other);
    return ask(form, body);
  };
  /** What the API may never answer, whatever it was asked. */
  const wrongIn = ({ status, contentType, text, json, headers }: Answer): string | undefined => {
    const known = status < 400 || (contentType.startsWith('application/problem+json') && (refusalCatalogue.has(json.code) || Object.hasOwn(generalProblems, json.code)));
    const head = [...headers].flat().join('\n');
    if (status >= 500 || status === 401 || status === 429 || !known || /html/.test(contentType)) return `${status} ${contentType} ${text.slice(0, 300)}`;
    if (MARK.test(head) || /set-cookie: ?a=b/.test(head)) return `in a header: ${head}`;
    return status >= 400 && MARK.test(text) ? `repeated by a refusal: ${text.slice(0, 300)}` : undefined;
  };
  const benign = (name: string, { format }: FieldSchema): unknown => ({ caseId: mine.ids['otherId'], figures: mine.ids['figures'] })[name] ?? (format === 'uuid' ? randomUUID() : KNOWN[name]);
  /** What is wrong with the fields; a check says so in an answer of its own. */
  const problemsOf = ({ json }: Answer): readonly { readonly field: string }[] => json.errors ?? (json['wrong'] as { field: string }[] | undefined) ?? (LOOKED_UP[json.code] ? [{ field: LOOKED_UP[json.code]! }] : []);
  const named = (answer: Answer, { path }: TextField): boolean => problemsOf(answer).some(({ field }) => field === path || field.startsWith(`${path}.`) || path.startsWith(`${field}.`) || path.startsWith(`${field}[`));

  /** Of a group's members each has an outcome of its own. */
  const isStored = ({ text }: Answer): boolean => !text.includes('"outcome"') && !text.includes('"results"') || text.includes('"outcome":"appended"');

  /** Each field of each form holds it: each must be refused by its name. */
  const allRefused = async (form: Form, valueOf: (field: TextField) => unknown, what: string): Promise<string | undefined> => {
    const fields = textsOf(form.schema).filter((field) => valueOf(field) !== undefined);
    if (fields.length === 0) return undefined;
    const answer = await ask(form, bodyOf(form.schema, valueOf, benign));
    const missed = fields.filter((field) => !named(answer, field));
    return wrongIn(answer) ?? (missed.length > 0 ? `${nameOf(form)}: ${what} is not refused in ${missed.map(({ path }) => path).join()}: ${answer.status} ${answer.text.slice(0, 400)}` : undefined);
  };

  it('with control characters, as an object, or longer than its field, is refused by the name of the field: every field of every form', async () => {
    const tries = firsts.flatMap((form, i) => [
      () => allRefused(form, () => ['a\u0000b', 'a\u001b[31m', '\u007f'][i % 3], 'a control character'), () => allRefused(form, () => ['\ud800', 'x\udfff', '\ud83d'][i % 3], 'half a character'),
      () => allRefused(form, ({ path }) => (path.endsWith('.x') ? undefined : [{ $gt: '' }, { $ne: null }, ['x'], { toString: 1 }][i % 4]), 'an object'), () => allRefused(form, ({ free, max, path }) => (free && !path.endsWith('.x') && path !== 'site' ? 'x'.repeat(max + 1) : undefined), 'a longer text'),
    ]);
    expect(await wrongOf(tries)).toEqual([]);
  });

  let marks = 0;
  /** Once with the texts in every field that they are meant for; and again without those that were refused, until the rest is past the form. */
  const send = async (form: Form, family: Family, fields: readonly TextField[]): Promise<string | undefined> => {
    const texts = new Map(fields.map(({ path, max, free }) => [path, free ? markedText(family, marks++, max) : families[family][marks++ % families[family].length]!]));
    const no = new Set<string>();
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const answer = await ask(form, bodyOf(form.schema, ({ path }, name) => texts.get(path) ?? (no.has(path) && name !== 'place' ? KNOWN[name] : undefined), benign));
      const wrong = wrongIn(answer);
      if (wrong) return `${nameOf(form)} ${family}: ${wrong} ← ${JSON.stringify([...texts])}`;
      const isRefused = problemsOf(answer).length > 0;
      const through = fields.filter((field) => texts.has(field.path) && (!isRefused || named(answer, field))).map(({ path }) => path);
      for (const path of through) {
        const name = `${nameOf(form)} ${path}`;
        reached.set(name, (reached.get(name) ?? new Set()).add(family));
        (isRefused ? refused : past).add(name);
      }
      if (!isRefused && answer.status < 300 && isStored(answer)) accepted.push({ form, texts });
      if (!isRefused) return answer.status === 400 ? `${nameOf(form)} ${family}: refused without a field: ${answer.text.slice(0, 300)}` : undefined;
      if (through.length === 0) return `${nameOf(form)} ${family}: refused for something else: ${answer.text.slice(0, 400)}`;
      for (const path of through) no.add(path) && texts.delete(path);
    }
    return `${nameOf(form)} ${family}: refused again and again`;
  };

  it('is taken as a text or refused by the name of its field: every family through every free text of every form, and through the others in turn', async () => {
    const tries = forms.flatMap((form, i) => {
      const isNew = firsts.includes(form); // Several routes may take one form: all families go through the first, one through each other.
      return FAMILIES.map((family, n) => ({ form, family, fields: textsOf(form.schema).filter(({ free }) => (isNew && free) || (i + n) % (isNew ? SHAPED_EVERY : FAMILIES.length) === 0) }));
    }).filter(({ fields }) => fields.length > 0);
    expect(await wrongOf(tries.map(({ form, family, fields }) => () => send(form, family, fields)))).toEqual([]);
    const wanted = tries.flatMap(({ form, family, fields }) => fields.map(({ path }) => [`${nameOf(form)} ${path}`, family] as const));
    expect(wanted.filter(([field, family]) => !reached.get(field)?.has(family))).toEqual([]);
    expect(forms.flatMap((form) => textsOf(form.schema).map(({ path }) => `${nameOf(form)} ${path}`)).filter((field) => !reached.has(field))).toEqual([]);
    console.log(`texts: ${forms.length} forms, ${requests} requests; ${reached.size} text fields reached: ${refused.size} refused by name, ${past.size} past the form; ${accepted.length} requests accepted`);
  }, 300_000);

  it('where it was taken, is kept to the letter', async () => {
    await world.app.settled();
    const kept = await KeptTexts.of(world.app);
    const of = (isKept: boolean): readonly (readonly [string, string])[] => accepted.flatMap(({ form, texts }) => [...texts].filter(([, text]) => kept.has(text) === isKept).map(([path, text]) => [`${nameOf(form)} ${path.replace(/\[\d+\]/g, '[]')}`, text] as const));
    const [whole, lost] = [of(true), of(false)];
    console.log(`texts: ${whole.length} texts of ${new Set(whole.map(([field]) => field)).size} fields stand in the log to the letter`);
    expect(lost.flatMap(([field, text]) => kept.near(text) ?? (LEAVES_NOTHING.test(field) ? [] : field))).toEqual([]);
    expect(whole.length).toBeGreaterThan(500);
  });

  it('is a text on every page and in every sheet and archive that is given out', async () => {
    const wrong: string[] = [];
    const seen = new Map<string, number>();
    const look = (name: string, type: string, bytes: Uint8Array): void => {
      seen.set(type, (seen.get(type) ?? 0) + 1);
      if (type.includes('zip')) for (const [part, inside] of Object.entries(unzipSync(bytes))) look(`${name} ${part}`, part.slice(part.lastIndexOf('.')), inside);
      const text = Buffer.from(bytes).toString();
      if (/html/.test(type) && (/<(script|img|svg|b|textarea)\b[^>]*>[^<]*~x|<[^>]*~x[^>]*\son\w+=|<!--~x/i.test(text) || families.html.some((each) => each.startsWith('<') && text.includes(`${each}~x`)))) wrong.push(`${name}: ${text.slice(0, 300)}`);
      if (/csv/.test(type)) wrong.push(...(parse(text, { bom: true, relaxColumnCount: true }) as string[][]).flat().filter((cell) => /^\s*[=+@＝＋－＠]|^\s*-(?!\d)/.test(cell)).map((cell) => `${name}: ${cell}`));
    };
    const gets = [...rules.values()].filter(({ route, border }) => route.startsWith('GET') && border !== 'signed' && !route.endsWith('/stream'));
    const asked = gets.flatMap(({ route, roles }) => [...new Set([roles.includes('auditor') ? 'auditor' : roles[0], roles[0]])].flatMap((role) => ['', '?format=csv&period=2026-03&year=2026', '?format=xlsx&period=2026-03'].map((query) => async () => {
      if (query !== '' && !/export|extract|league|report/.test(route)) return undefined;
      const response = await fetch(`${world.app.url}${pathOf(route, mine.ids)}${query}`, { headers: { accept: 'text/html, text/csv, */*', ...(role && { authorization: `Bearer ${await world.issuer.token(role, OWN)}` }) } });
      const type = response.headers.get('content-type') ?? '';
      look(`${route}${query}`, type, new Uint8Array(await response.arrayBuffer()));
      return response.status === 500 || response.headers.get('x-content-type-options') !== 'nosniff' || MARK.test([...response.headers].flat().join()) ? `${route}: ${response.status} ${[...response.headers].flat().join(' ')}` : undefined;
    })));
    expect(await wrongOf(asked, 8)).toEqual([]);
    expect(wrong).toEqual([]);
    console.log(`texts: looked at ${[...seen].map(([type, n]) => `${n} ${type}`).join(', ')}`);
  });

  it('stands in no line of the log, and makes none', () => {
    expect([lines.length > 0, lines.filter((line) => MARK.test(line) || (line.match(/\n/g) ?? []).length !== 1 || typeof JSON.parse(line) !== 'object').slice(0, 5)]).toEqual([true, []]);
  });
});
