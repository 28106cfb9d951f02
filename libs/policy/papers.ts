import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** Shown only where all of these are known or hold, and none of those. */
const condition = { if: z.string().optional(), unless: z.string().optional() };
const part = z.union([
  z.strictObject({ kind: z.enum(['address', 'paragraph', 'heading', 'note']).optional(), ...bilingual.shape, ...condition }),
  z.strictObject({ list: z.enum(['gaps', 'otherRoutes']), ...condition }),
  z.strictObject({ table: z.enum(['owed', 'payments']), ...condition }),
]);

/** One kind of paper. `{name}` in a text is filled in from the case; `placeholders` says what there is. */
export const paperTemplate = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/), ...bilingual.shape,
  /** Before its number: 监令字. */
  word: z.string().min(1), source: z.string().min(1), roles: z.array(z.string()).min(1),
  /** The event that it puts on paper: it can be made from then on, and again after the next of its kind. */
  on: z.string(),
  /** Whether it goes to one worker, and shows what concerns that worker alone, or to an office or employer, and shows every worker by number. */
  scope: z.enum(['one', 'all']),
  /** Whose paper it is; null: of whoever leads the case. */
  department: z.string().nullable(),
  parts: z.array(part).min(1),
});
export type PaperTemplate = z.infer<typeof paperTemplate>;

export const papers = z.strictObject({ papers: z.array(paperTemplate) });

/** What a template may name. `sealed`: personal, opened only when a paper that names it is made. */
export const placeholders = {
  caseNumber: ['案件编号', 'case number'], number: ['文书编号', 'number of the paper'], organ: ['文书机关', 'issuing office'], issuedOn: ['制作日期', 'day of issue'], on: ['所载事项日期', 'day of the fact'],
  requester: ['诉求人姓名', "the requester's name", 'sealed'], idNumber: ['诉求人身份证号码', "the requester's identity number", 'sealed'], reply: ['答复内容', 'the reply', 'sealed'],
  worker: ['劳动者', 'the worker'], employer: ['用人单位', 'employer'], creditCode: ['统一社会信用代码', 'credit code'], project: ['工程项目', 'project'], receivedOn: ['登记日期', 'day of receipt'], category: ['类别', 'category'],
  amount: ['金额', 'amount'], amountCapital: ['大写金额', 'amount in capital characters'], workers: ['人数', 'number of workers'], performBy: ['履行期限', 'last day of performance'], dueOn: ['支付期限', 'last day of payment'],
  ground: ['理由', 'ground'], hearingOn: ['开庭日期', 'day of the hearing'], room: ['开庭地点', 'room'], track: ['审理程序', 'procedure'], department: ['接收部门', 'receiving department'], place: ['接收地', 'receiving place'], procedure: ['事项', 'matter'],
  due: ['应付总额', 'total due'], paid: ['已付总额', 'total paid'], paidCapital: ['已付总额大写', 'total paid in capital characters'], unpaid: ['未付总额', 'total unpaid'], result: ['办理结果', 'result'], closedOn: ['结案日期', 'day of closing'], satisfied: ['满意度', 'satisfaction'],
  phone: ['查询电话', 'telephone for questions'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string, sealed?: 'sealed']>>;
export type Placeholder = keyof typeof placeholders;

/** What a condition may ask besides whether something is known. */
export const paperFlags = ['final', 'fullyPaid', 'simplified', 'collective'] as const;
export type PaperFlag = (typeof paperFlags)[number];

/** The names in braces of a text. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
}
