import type { Block, Page } from '#libs/pdf/page.js';
import { pdfOf } from '#libs/pdf/pdf.js';
import type { BundleFiles } from './bundle-files.js';
import type { BundleFinding } from './check-bundle.js';
import type { Told } from './timeline.js';
import { linesIn, shanghai } from './timeline.js';

/** The history of a case on paper: the same events give the same bytes. Its day is that of the last event. */
export function timelinePdf({ caseId, events, titles, log }: Told): Promise<Buffer> {
  const last = events.at(-1)?.recordedAtMicros ?? 0n;
  const page: Page = {
    title: '案件经过 Case history', number: caseId, language: 'zh', footer: '{page} / {pages}', signature: [`${log.origin} · ${log.size}`, shanghai(last)], madeAt: new Date(Number(last / 1_000n)),
    blocks: [
      { kind: 'note', text: `${events.length} 个事件 / events. 个人信息保持密封。本件由事件生成，以核验程序的结论为准。Personal values stay sealed. This paper is made of the events; what counts is what the verifier says of them.` },
      ...events.flatMap(({ position, stream, version, type, recordedAtMicros, data, actor }): Block[] => {
        const { zh, en } = titles.get(type) ?? { zh: type, en: type };
        return [
          { kind: 'heading', text: `${zh} ${en}` }, { kind: 'note', text: `${shanghai(recordedAtMicros)} · 位置 position ${position} · ${stream.split('/')[0]!} ${version} · ${type} · ${actor}` },
          ...linesIn(data).map((text): Block => ({ kind: 'note', text })),
        ];
      }),
    ],
  };
  return pdfOf(page);
}

/** That the paper of a bundle tells what its events say. Takes the font, so that the one-file verifier cannot do it. */
export async function paperFindings(files: BundleFiles, told: Told | undefined): Promise<readonly BundleFinding[]> {
  const same = told === undefined || files.get('timeline.pdf')?.equals(await timelinePdf(told));
  return same ? [] : [{ file: 'timeline.pdf', rule: 'timeline', what: 'does not tell what the events say' }];
}
