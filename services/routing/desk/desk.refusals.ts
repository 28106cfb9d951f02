import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  DESK_CURSOR_MALFORMED: ['invalid', '翻页标记不可识别，请从第一页重新查询。', 'The page mark is not one of ours; begin at the first page again.'],
});
