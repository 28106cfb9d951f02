/** One event as the page shows it. */
export interface ToldEvent {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  /** `routing.case-routed.v1` */
  readonly type: string;
  readonly recordedAtMicros: bigint;
  readonly data: unknown;
  readonly actor: string;
}
export interface Title { readonly zh: string; readonly en: string }
/** What page and paper are made of. */
export interface Told {
  readonly caseId: string;
  readonly events: readonly ToldEvent[];
  readonly titles: ReadonlyMap<string, Title>;
  readonly log: { readonly origin: string; readonly size: number };
}

export const STYLE = 'body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430}ol{list-style:none;padding:0}li{border-left:3px solid #3b6ea5;padding:.2rem 0 .6rem 1rem;margin:0 0 1rem}h2{font-size:1.05rem;margin:0}small{color:#555}dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.1rem 1rem;margin:.4rem 0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}.sealed{background:#eee;padding:0 .4rem}';

/** The history of a case for people: a pure function of its events, so that whoever verifies the bundle writes it again and compares. No script, nothing from outside. */
export function timelinePage({ caseId, events, titles, log }: Told): string {
  const items = events.map(({ position, stream, version, type, recordedAtMicros, data, actor }) => {
    const title = titles.get(type) ?? { zh: type, en: type };
    return `<li id="p${position}"><h2>${text(title.zh)} <span lang="en">${text(title.en)}</span></h2><small>${text(shanghai(recordedAtMicros))} · 位置 <span lang="en">position</span> ${position} · ${text(stream.split('/')[0]!)} ${version} · ${text(type)} · ${text(actor)}</small>${shown(data)}</li>\n`;
  });
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>案件经过 Case history ${text(caseId)}</title><style>${STYLE}</style></head>\n`
    + `<body><h1>案件经过 <span lang="en">Case history</span></h1><p>${text(caseId)}<br>${events.length} 个事件 <span lang="en">events</span> · ${text(log.origin)} · ${log.size}</p>`
    + '<p>个人信息保持密封。本页由事件生成，以 verify.mjs 的核验为准。<br><span lang="en">Personal values stay sealed. This page is made of the events; what counts is what verify.mjs says of them.</span></p>\n'
    + `<ol>\n${items.join('')}</ol></body></html>\n`;
}

/** `CaseRouted 已作出分派决定`, as the schema of an event is titled. */
export function titleOf(title: string): Title {
  const [name = '', ...zh] = title.split(' ');
  const words = name.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
  return { zh: zh.join(' ') || name, en: words.charAt(0).toUpperCase() + words.slice(1) };
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value !== 'object') return text(typeof value === 'string' ? value : JSON.stringify(value));
  if ('sealed' in value && value.sealed === 1) return '<span class="sealed">已密封 <span lang="en">sealed</span></span>';
  const fields: readonly (readonly [string, unknown])[] = Array.isArray(value) ? value.map((each, at) => [String(at + 1), each] as const) : Object.entries(value);
  return fields.length === 0 ? '—' : `<dl>${fields.map(([name, each]) => `<dt>${text(name)}</dt><dd>${shown(each)}</dd>`).join('')}</dl>`;
}

/** The fields of an event as lines, `decision.pack.version: 2026-01-01`. */
export function linesIn(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || value === '') return [`${path}: —`];
  if (typeof value !== 'object') return [`${path}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
  if ('sealed' in value && value.sealed === 1) return [`${path}: 已密封 sealed`];
  const fields: readonly (readonly [string, unknown])[] = Array.isArray(value) ? value.map((each, at) => [String(at + 1), each] as const) : Object.entries(value);
  return fields.length === 0 ? (path === '' ? [] : [`${path}: —`]) : fields.flatMap(([name, each]) => linesIn(each, path === '' ? name : `${path}.${name}`));
}

/** Beijing time is eight hours ahead, all year round. */
export function shanghai(micros: bigint): string {
  return `${new Date(Number(micros / 1_000n) + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ')} +08:00`;
}

export function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
