import writeXlsxFile from 'write-excel-file/node';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { plain } from '#libs/runtime/csv.js';
import type { CellValue } from '#libs/runtime/csv.js';
import type { Answer, ComparedFigure } from './figures.js';
import type { Metric } from './metrics.js';

export type Language = 'zh' | 'en';

export async function xlsxOf(rows: readonly (readonly CellValue[])[]): Promise<Buffer> {
  const cell = (value: CellValue): object | null => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value: nameable(String(plain(value))), type: String });
  return (await writeXlsxFile(rows.map((row) => row.map(cell)) as never)).toBuffer();
}

/** The writer keeps texts by themselves in a plain object, where `__proto__` and the like stand already: the workbook could not be opened. */
function nameable(text: string): string {
  return text in {} ? `'${text}` : text;
}

type NamedMetric = Pick<Metric, 'id' | 'zh' | 'en' | 'unit' | 'source' | 'confidence'>;

const heads = {
  zh: ['分组', '指标', '数值', '分子', '分母', '同比%', '环比%', '单位', '依据', '可信度'], en: ['Group', 'Metric', 'Value', 'Numerator', 'Denominator', 'On last year %', 'On previous %', 'Unit', 'Source', 'Confidence'],
} as const;
const units = { zh: { share: '%', count: '个', fen: '分' }, en: { share: '%', count: 'number', fen: 'fen' } } as const;
const whole = { zh: '合计', en: 'Total' } as const;

/** The table of an answer, with its pedigree above it: whoever has the file alone can ask for the same numbers again. */
export function rowsOf(answer: Answer, metrics: readonly NamedMetric[], language: Language): CellValue[][] {
  const { pedigree: { position, queryVersion, digest, parked, parameters }, total, groups, league } = answer;
  const lines: CellValue[][] = [
    [language === 'zh' ? '计算位置' : 'Position of the log', position], [language === 'zh' ? '口径版本' : 'Edition of the query', queryVersion], [language === 'zh' ? '摘要' : 'Digest', digest],
    [language === 'zh' ? '参数' : 'Parameters', JSON.stringify(parameters)], [language === 'zh' ? '搁置事件' : 'Parked events', parked], [],
  ];
  if (league) {
    const head = language === 'zh' ? ['地区', '三率综合%', '等次', '名次', '最小样本', '响应率', '解决率', '满意率'] : ['Region', 'Composite %', 'Grade', 'Rank', 'Smallest sample', 'Response', 'Resolution', 'Satisfaction'];
    const share = (figures: readonly { metric: string; numerator: number | null; denominator: number | null }[], id: string): string => { const one = figures.find(({ metric }) => metric === id); return one ? `${one.numerator}/${one.denominator}` : ''; };
    return [...lines, head, ...league.map(({ group, value, grade, rank, sample, figures }) => [placeName(group), value, grade, rank, sample, share(figures, 'response'), share(figures, 'resolution'), share(figures, 'satisfaction')])];
  }
  const of = (group: string, figures: readonly ComparedFigure[]): CellValue[][] => figures.map(({ metric: id, value, numerator, denominator, onLastYear, onPrevious }) => {
    const metric = metrics.find((one) => one.id === id)!;
    return [group, metric[language], value, numerator, denominator, onLastYear, onPrevious, units[language][metric.unit], metric.source, metric.confidence];
  });
  const named = parameters.by === 'division' ? placeName : (group: string): string => group;
  return [...lines, [...heads[language]], ...of(whole[language], total), ...groups.flatMap(({ group, figures }) => of(named(group), figures))];
}

function placeName(code: string): string {
  const name = divisionNamed(code)?.name;
  return name === undefined ? code : `${name} ${code}`;
}
