import type { Day } from '#libs/contracts/time.js';
import { daysIn } from './dates.js';
import type { Dated } from './dates.js';
import type { Stated } from './wage-facts.js';

interface Role {
  readonly key: string;
  /** What stands right after the day, or before it, in the same sentence. */
  readonly after?: RegExp;
  readonly before?: RegExp;
}

const INJURY = /^[^。；]{0,24}?(?:受伤|工伤|事故|[砸轧压摔烫割绞崩][了到伤断下]|骨折|断了|触电)/;

/** A day is a fact by what is said to have happened on it; the first role that fits holds. */
const roles: readonly Role[] = [
  { key: 'performBy', after: /^(?:之)?前[^。；]{0,6}?(?:付|支付|结清|履行|还)/ },
  { key: 'agreementDate', after: /^[^。；]{0,24}?(?:签(?:订|了|署)?[^，。；]{0,6}协议|达成[^，。；]{0,4}协议)/ },
  { key: 'acceptedOn', after: /^[^，。；]{0,3}(?:已)?(?:由|被|经)?[^，。；]{0,6}仲裁[^，。；]{0,6}受理/, before: /仲裁[^。；]{0,10}受理[^，。；]{0,4}$/ },
  { key: 'filedOn', after: /^[^，。；]{0,8}立案/ },
  { key: 'dismissedOn', after: /^[^。；]{0,12}?(?:辞退|开除|解雇|解除|不用来|炒|裁掉|被裁)/ },
  { key: 'terminatedOn', after: /^[^，。；]{0,10}?(?:离职|离的职|辞职|辞工|离开公司|走的人|不干了)/ },
  { key: 'diagnosisOn', after: /^[^。；]{0,12}?(?:诊断|确诊|查出)/ },
  { key: 'violationEndedOn', after: /^[^，。；]{0,4}(?:完工|撤场|离场|退场|干完)/ },
  { key: 'deadlinePressure', after: /^(?:就要?|就|就得)?(?:要)?(?:开学|报到)/ },
  { key: 'accidentOn', after: INJURY },
];

/** Days whose meaning the text tells. A deadline lies ahead: it is the next such day. */
export function datedFactsIn(text: string, on: Day | undefined): readonly Stated[] {
  const found = new Map<string, Stated>();
  for (const dated of daysIn(text, on)) {
    const { start, end } = dated;
    const after = text.slice(end, end + 40);
    const before = text.slice(Math.max(0, start - 20), start);
    const role = roles.find((each) => each.after?.test(after) === true || each.before?.test(before) === true);
    if (role && !found.has(role.key)) found.set(role.key, { key: role.key, value: role.key === 'deadlinePressure' ? ahead(dated, text, on) : dated.day, start, end });
  }
  return [...found.values()].filter(({ value }) => value !== undefined);
}

function ahead({ day, start, end }: Dated, text: string, on: Day | undefined): Day | undefined {
  if (!on || day >= on || /年/.test(text.slice(start, end))) return day;
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
