import { wordsOf } from '../words.js';

export const words = {
  deskViews: ['查看范围', 'Whose orders'], view_mine: ['我经办的', 'Mine'], view_team: ['本单位的', 'My unit'], view_unit: ['辖区全部', 'All in scope'], bucket_all: ['全部', 'All'],
  bucket_overdue: ['已逾期', 'Overdue'], bucket_warned: ['将到期', 'Due soon'], bucket_noMovement: ['无进展', 'No movement'], bucket_ownerless: ['无经办人', 'No officer'],
  bucket_waiting: ['等待他方', 'Waiting for others'], ordersCount: ['件工单', 'orders'], idleDays: ['{n} 天以上', '{n} days or more'], holder: ['承办', 'Held by'], turn: ['等待谁', 'Whose turn'],
  trackFilter: ['办理途径', 'Track'], noOfficer: ['未定经办人', 'no officer'], returnedBefore: ['曾由 {n} 个单位承办', 'held by {n} before'], noOrders_mine: ['没有您经办的工单', 'Nothing is on your desk'],
  noOrdersHint_mine: ['新工单分到您名下后会出现在这里。', 'New orders appear here when they come to you.'], noOrders_team: ['本单位没有在办工单', 'Your unit has nothing open'],
  noOrdersHint_team: ['签收的工单会出现在这里。', 'Orders appear here when they are signed for.'], noOrders_unit: ['辖区没有在办工单', 'Nothing is open in your scope'],
  noOrdersHint_unit: ['派到辖区的工单会出现在这里。', 'Orders appear here when they are dispatched.'], noOrders_filter: ['没有符合条件的工单', 'No order fits'],
  notEnrolled: ['您尚未登记到任何单位', 'You are enrolled in no unit'], notEnrolledHint: ['请督办人员将您登记到所在单位。', 'A supervisor enrols you in your unit.'],
  shownOrders: ['已显示 {n} / {total} 件', '{n} of {total} shown'],
};
export const t = wordsOf(words);
