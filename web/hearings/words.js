import { wordsOf } from '../words.js';

export const words = {
  intro: ['仲裁委员会的庭期：哪天、哪个仲裁庭、谁审理。', 'The hearings of an arbitration body: which day, which room, who sits.'], noBody: ['辖区内还没有登记仲裁庭', 'No arbitration body of your divisions keeps a register'], noBodyHint: ['先在仲裁员名册中登记仲裁员、启用仲裁庭。', 'Register arbitrators and open rooms first.'],
  before: ['上一周', 'Week before'], after: ['下一周', 'Week after'], thisWeek: ['回到本周', 'This week'], weekOf: ['{from} 至 {to}', '{from} to {to}'], body: ['仲裁机构', 'Body'], week: ['一周庭期', 'The week'], day: ['日期', 'Day'], hearingsN: ['{n} 场', '{n} heard'], dayOff: ['休息日', 'day off'], free: ['空闲', 'free'],
  noRooms: ['没有启用的仲裁庭', 'No room is open'], noRoomsHint: ['在仲裁员名册页启用仲裁庭。', 'Open one on the page of the arbitrators.'], noWorkingDay: ['这一周没有工作日', 'There is no working day in this week'], sits: ['审理：', 'sits:'], case: ['案件', 'Case'], online: ['互联网开庭', 'online'],
  release: ['释放庭期', 'Give the time back'], releaseAsk: ['{day} {from}，{room}，{number}。释放后该案须另定庭期。', '{number}, {day} {from}, {room}. The case will need another time.'],
  book: ['预定庭期', 'Book a hearing'], bookHint: ['只列出仲裁庭和仲裁员都空闲、并且来得及通知双方的时间。', 'Only times at which room and panel are free, and for which both parties can still be called.'], noCase: ['没有待开庭的案件', 'No case waits for a hearing'], noCaseHint: ['组成仲裁庭后，案件会列在这里。', 'A case is listed once its panel is formed.'], noPanelN: ['另有 {n} 件尚未组庭。', '{n} more have no panel yet.'],
  length: ['时长', 'Length'], minutesN: ['{n} 分钟', '{n} minutes'], find: ['查找空闲时间', 'Find a free time'], noSlot: ['两周内没有空闲时间', 'No free time within two weeks'], noSlotHint: ['缩短时长，或换到后面的一周。', 'Choose a shorter length or a later week.'], slotsN: ['{n} 个时段', '{n} times'],
  setFor: ['已定 {day} {from}', 'set for {day} {from}'], simplified: ['简易处理', 'simplified'], takeTitle: ['{number}：{day} {from}–{to}，{room}', '{number}: {day} {from}–{to}, {room}'], onlineField: ['互联网开庭', 'Online hearing'], moved: ['变更原因', 'Why it is moved'], moved_party: ['当事人申请', 'asked by a party'], moved_arbitrator: ['仲裁员原因', 'an arbitrator'], moved_room: ['仲裁庭原因', 'the room'], moved_service: ['未能送达', 'papers not served'], moved_other: ['其他原因', 'another reason'],
};
export const t = wordsOf(words);
