import type { Category } from '#libs/policy/matters.js';
import type { DemandKind } from '../channels/order.js';
import type { Span } from './evidence.js';

type Cue = readonly [kind: DemandKind, weight: number, words: RegExp];

/** Words that tell what a person wants of the hotline, and how strongly. */
const cues: readonly Cue[] = [
  ['report', 4, /举报|检举/],
  ['suggestion', 3, /建议|提议/],
  ['suggestion', 1.8, /希望(?:能)?(?:多|给|增加|延长|搞|在|办|文化|职代会|共青团|工会|妇联|12348|农家)|盼着|应该有个|能不能(?:在我们|装|搞|办)|要是能/],
  ['complaint', 3, /投诉|反映/],
  ['complaint', 2.5, /被拒|拒收|拒绝|不予|不受理|不让|不给|不办|不批|不认(?!识)|不管|不退|不收|不接收|不发给|不开课|没有?(?:到账|消息|结果|下文|回音|通知|排到|排上|维修)|没人(?:修|管|回|来|维修|告诉|处理)|乱收|重复收|多收|收了[^，。]{0,8}(?:却|不)|推给|形同虚设|歧视|排挤|看不起|扣(?:着|留|掉|我)|强行|被村里|侵占|占了|占去|占用|收走|收回|抽走|卷走|跑路|造假|骗|缩水|卡住|被卡|关门|不公开|不公|不合理|不负责|长期|从来没|从不|迟迟|一直(?:没|不|锁)|没有我的(?:份|名字)|没(?:我的)?份|不通知|驳回|不服|收费(?:不|太)/],
  ['complaint', 1.5, /坏了|漏水|脱落|太多|太低|上涨|涨租|没有(?:我|农民工|地方|学位)|办不下来|退(?:回|了)|不能办|不能用|刷不了|不合格|停办|停用|不见了/],
  ['help', 2.5, /求助|请求(?:帮|救)|帮(?:忙|我|帮|一下|扶)|求(?:求|救|政府|民政|村|你们)|请(?:帮|民政|疾控|村|联系|救助|介绍)|麻烦|搭把手|救救|想找人|想请人|希望(?:得到|有人|有律师|村|社工|关爱|社区工作|社区出|得)|急需|想让|想申请(?:点|保障|法援|住房)|申请(?:救助|临时救助)$|上门(?:看|瞧)/],
  ['consult', 2.5, /咨询|询问|请问|想问|问一下|问下|问问|想了解|了解一下|请教|查询|听说/],
  ['consult', 2, /怎么(?:样|办理|申请|领|办|交|补|转|参加|报名|考|选|联系|加入|认定|续|算|计算|弄|操作|交|退|恢复|接)|如何|哪里|哪儿|哪个|哪家|哪天|哪些|去哪|在哪|什么时候|什么(?:材料|条件|手续|证|证件|用处|区别|好处|补贴|保障|规定|优惠|标准|限制|政策)|几点|几月|多久|多少|多长|是不是|能不能|可不可以|行不行|有没有|要不要|能否|可以[^，。]{0,12}(?:吗|不|么)|吗[？?]?|招人不|满几年|不(?:知道|晓得|清楚)[^，。]{0,6}找|有啥|有什么/],
  ['consult', 1.2, /怎(?:么|样)|什么|(?<!什|怎|多|那|这)么[？?]|吗|是否|还是|哪|何时|条件|地址|电话/],
  ['consult', .8, /[？?]|怎么办|咋办/],
];

/** What asserts that a wrong was done; where it is there, a question ("what can I do?") does not make the demand an enquiry. */
const WRONG = /欠(?!薪(?:投诉|维权|怎么|问题|举报))|没有(?:养老|社保|五险|保险)|克扣|扣发|没(?:给|发|交|缴|结|签|付|拿|有给|有交|有发|有签|有缴)|不(?:给|发|交|缴|结|签|付|赔|管|认|肯|申请)|未(?:付|发|缴|签|申报|支付|结)|少(?:给|发|缴)|被(?:辞|开除|炒|裁|砸|轧|扣)|辞退我|受伤|[砸轧压摔绞][了到伤断下]|拖|压着|断了|违法|强制|无故|诊断(?!需要|鉴定|流程|机构|标准|要|去)|患|得了|隐患|漏电|裸露|没有(?:安全|防护|护栏|警示|围挡|支护)|查出|讨(?:薪|要)|要不/;
const wrongs: ReadonlySet<Category> = new Set(['D01', 'D02']);
const needs: ReadonlySet<Category> = new Set(['D12', 'X1']);

export interface KindFound extends Span {
  readonly kind: DemandKind;
}

/** The kind of a demand where its words tell; none where a wrong or a need stands for itself. */
export function kindIn(part: string, category: Category | null): KindFound | undefined {
  const found = cues.map(([kind, weight, words]) => ({ kind, weight, match: words.exec(part) })).filter(({ match }) => match !== null);
  const scores = new Map<DemandKind, number>();
  for (const { kind, weight } of found) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  if (category !== null && wrongs.has(category)) {
    if (WRONG.test(part) && !scores.has('report')) return undefined;
    scores.delete('complaint');
  }
  if (category !== null && needs.has(category)) scores.delete('complaint');
  const best = [...scores].sort(([, a], [, b]) => b - a)[0];
  if (!best || best[1] < 1.5) return undefined;
  const { match } = found.find(({ kind }) => kind === best[0])!;
  return { kind: best[0], start: match!.index, end: match!.index + match![0].length };
}
