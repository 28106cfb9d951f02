import type { PublishedEvent } from '#libs/contracts/event.js';
import type { correctionDeclines } from '#libs/contracts/intake.events.js';
import type { Said } from './said.js';

export type CorrectionStep = 'requested' | 'corrected' | 'declined';

const STEPS: Readonly<Record<string, CorrectionStep>> = { 'intake.correction-requested.v1': 'requested', 'intake.personal-data-corrected.v1': 'corrected', 'intake.correction-declined.v1': 'declined' };

/** Why it was not done, as the person is told (个人信息保护法 50). */
const WHY: Readonly<Record<(typeof correctionDeclines)[number], Said>> = {
  identityNotConfirmed: { zh: '没有核实到是您本人申请', en: 'it could not be confirmed that it was you who asked' },
  recordIsRight: { zh: '经核实，原来登记的内容是对的', en: 'what is on record was found to be right' },
  paperNeeded: { zh: '请您持身份证件到办理单位当面更正', en: 'come to the office with your identity paper' },
};

/** The last word on a correction: never what was corrected. */
export function correctionOf(history: readonly PublishedEvent[]): (Said & { readonly step: CorrectionStep }) | null {
  const last = history.filter(({ type }) => STEPS[type] !== undefined).at(-1);
  if (!last) return null;
  const step = STEPS[last.type]!;
  switch (step) {
    case 'requested': return { step, zh: '您申请更正个人信息，工作人员核实后会及时更正。', en: 'You asked for your personal data to be corrected: it is done as soon as it has been verified.' };
    case 'corrected': return { step, zh: '您的个人信息已经更正。', en: 'Your personal data have been corrected.' };
    case 'declined': {
      const why = WHY[last.data['ground'] as keyof typeof WHY];
      return { step, zh: `您申请的更正没有办理：${why.zh}。不同意的，可以拨打12345、12333反映，或者向人民法院起诉。`, en: `The correction you asked for was not made: ${why.en}. Who disagrees calls 12345 or 12333, or turns to the court.` };
    }
  }
}
