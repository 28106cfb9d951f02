/** What is wrong with one field, in both languages. Never repeats the value: it may be personal. */
export interface FieldProblem {
  /** `employer.name`, `attachments[0].uri` */
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Sentence = readonly [zh: string, en: string];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each check of class-validator has limits of its own
const SENTENCES: Readonly<Record<string, Sentence | ((...limits: any[]) => Sentence)>> = {
  isDefined: ['必填', 'is required'],
  isNotEmpty: ['不能为空', 'must not be empty'],
  isString: ['应为文本', 'must be text'],
  isInt: ['应为整数', 'must be a whole number'],
  isNumber: ['应为数字', 'must be a number'],
  isBoolean: ['应为 true 或 false', 'must be true or false'],
  isArray: ['应为列表', 'must be a list'],
  isObject: ['应为对象', 'must be an object'],
  isPositive: ['应大于 0', 'must be greater than 0'],
  min: (least: number) => [`不能小于 ${least}`, `must be at least ${least}`],
  max: (most: number) => [`不能大于 ${most}`, `must be at most ${most}`],
  minLength: (least: number) => [`不能少于 ${least} 个字符`, `must have at least ${least} characters`],
  maxLength: (most: number) => [`不能超过 ${most} 个字符`, `must have at most ${most} characters`],
  isLength: (least: number, most?: number) => most === undefined ? [`不能少于 ${least} 个字符`, `must have at least ${least} characters`] : [`应为 ${least} 至 ${most} 个字符`, `must have ${least} to ${most} characters`],
  arrayMinSize: (least: number) => [`不能少于 ${least} 项`, `must have at least ${least} entries`],
  arrayMaxSize: (most: number) => [`不能超过 ${most} 项`, `must have at most ${most} entries`],
  arrayNotEmpty: ['不能为空', 'must not be empty'],
  arrayUnique: ['不能有重复项', 'must not repeat an entry'],
  isIn: (values) => oneOf(values),
  isEnum: (_, values) => oneOf(values),
  equals: (value: unknown) => [`应为 ${String(value)}`, `must be ${String(value)}`],
  isUuid: ['应为 UUID', 'must be a UUID'],
  isUrl: ['应为网址', 'must be a URL'],
  isEmail: ['应为电子邮箱', 'must be an e-mail address'],
  isDay: ['应为存在的日期，例如 2026-03-02', 'must be a day that exists, such as 2026-03-02'],
  isInstant: ['应为带时区的时间，例如 2026-03-02T10:15:00+08:00', 'must be an instant with its offset, such as 2026-03-02T10:15:00+08:00'],
  isYuan: ['应为以元计的金额，不为负数，最多两位小数', 'must be an amount in yuan, not negative, with at most two decimals'],
  isResidentId: ['不是有效的居民身份证号码', 'must be a valid resident identity number'],
  isCreditCode: ['不是有效的统一社会信用代码', 'must be a valid unified social credit code'],
  isMobile: ['应为 11 位手机号码', 'must be a mobile number of 11 digits'],
  isDivision: ['应为行政区划代码或名称', 'must be a division code or name'],
  whitelistValidation: ['没有这个字段', 'is not a field of this request'],
  nestedValidation: ['应为对象', 'must be an object'],
  printable: ['含有不可打印的字符', 'must not contain control characters'],
  depth: ['嵌套过深', 'is nested too deeply'],
  unknownValue: ['请求内容应为对象', 'must be an object'],
};
const OTHERWISE: Sentence = ['不符合要求', 'is not valid'];

/** A sentence for a check of class-validator, by its name and its limits. */
export function fieldProblem(field: string, check: string, limits: readonly unknown[]): FieldProblem {
  const found = Object.hasOwn(SENTENCES, check) ? SENTENCES[check] : undefined;
  const [zh, en] = typeof found === 'function' ? found(...limits) : found ?? OTHERWISE;
  return { field: named(field), zh, en };
}

/** The name of an unknown field comes from outside: shown only if it looks like one. */
function named(field: string): string {
  return /^[\w\-.[\]]{1,120}$/.test(field) ? field : '?';
}

function oneOf(values: unknown): Sentence {
  const listed = Array.isArray(values) ? values : Object.values(Object(values));
  return [`应为以下之一：${listed.join('、')}`, `must be one of: ${listed.join(', ')}`];
}
