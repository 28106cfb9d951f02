import type { Tracked } from './tracked.js';
import { textOf } from './tracked-text.js';

const inspection = { zh: '劳动保障监察机构', en: 'labour inspection body' };
const tracked: Tracked = {
  caseNumber: '439901-2026-D01-000001', receivedAt: '2026-03-02T10:15:00+08:00', state: 'DISPATCHED', stateName: '已派单', stateNameEn: 'Dispatched', closed: false,
  inCharge: [{ order: 0, department: inspection, division: '测试区' }], why: { zh: '工地欠薪由监察机构主办。', en: 'Arrears of a site: inspection.', ground: { zh: '《保障农民工工资支付条例》7', en: 'wage regulation 7' } },
  told: [null, { zh: '法律援助中心', en: 'legal-aid centre' }],
  nextStep: { due: '2026-03-03T10:20:00+08:00', name: { zh: '首次联系', en: 'first contact' }, who: { department: inspection, division: '测试区' }, ground: { zh: '《热线条例》32', en: 'hotline regulation 32' } },
  missing: [{ field: 'facts.workRegion', zh: '用工所在地', en: 'place of employment' }], unpaidFen: 1_800_050, paidFen: 20_000, closedUnpaid: false, referrals: [{ zh: '已推介您到“渝职聘”，对方还没有接收。', en: 'You were referred to 渝职聘, which has not accepted yet.', step: 'referred', result: null }],
  entitled: [
    { zh: '申请法律援助免予核查经济困难状况。', en: 'Legal aid without a means check.', department: null, offer: 'legalAidExempt', answer: 'made' },
    { zh: '临时救助。', en: 'Temporary relief.', department: null, offer: 'temporaryRelief', answer: 'declined' },
  ],
  reopenUntil: null, correction: { step: 'corrected', zh: '您的个人信息已经更正。', en: 'Your personal data have been corrected.' }, canDo: [{ command: 'accept-offer', zh: '接受可享事项', en: 'Accept what was offered' }], steps: [],
};

describe('The answer for a text message and the telephone', () => {
  it('says in plain Chinese where it is, who acts next, by when, why, and what the person can do', () => expect(textOf(tracked, 'zh')).toBe([
    '您的案件439901-2026-D01-000001：已派单。', '由测试区劳动保障监察机构办理。', '原因：工地欠薪由监察机构主办。依据：《保障农民工工资支付条例》7。', '下一步：首次联系，由测试区劳动保障监察机构在2026年3月3日 10:20前完成。依据：《热线条例》32。', '请您补充：用工所在地。', '已推介您到“渝职聘”，对方还没有接收。', '您的个人信息已经更正。', '已经支付200.00元。', '还有18000.50元没有支付。',
    '您可以享受：申请法律援助免予核查经济困难状况。', '您也可以向法律援助中心咨询。', '您现在可以：接受可享事项。', ''].join('\n')));

  it('says the same in English', () => expect(textOf(tracked, 'en')).toBe([
    'Your case 439901-2026-D01-000001: Dispatched.', 'Handled by: labour inspection body (测试区).', 'Why: Arrears of a site: inspection. Ground: wage regulation 7.', 'Next: first contact, by labour inspection body (测试区) until 2026-03-03 10:20. Ground: hotline regulation 32.', 'Please add: place of employment.', 'You were referred to 渝职聘, which has not accepted yet.', 'Your personal data have been corrected.', 'Paid so far: 200.00 yuan.', 'Still unpaid: 18000.50 yuan.',
    'You are entitled to: Legal aid without a means check.', 'You may also ask the legal-aid centre.', 'You can now: Accept what was offered.', ''].join('\n')));

  it('tells of a closed case until when it may be reopened, and nothing that is not so', () => expect(textOf({
    ...tracked, state: 'CLOSED', stateName: '已结案', stateNameEn: 'Closed', closed: true, why: null, referrals: [], correction: null, paidFen: 0, told: [], nextStep: null, missing: [], unpaidFen: 0, entitled: [], canDo: [], reopenUntil: '2026-09-13',
  }, 'zh')).toBe('您的案件439901-2026-D01-000001：已结案。\n由测试区劳动保障监察机构办理。\n2026年9月13日前您可以要求重办。\n'));
});
