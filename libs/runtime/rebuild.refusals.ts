import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_PROJECTION: ['notFound', '本服务没有这个读表。', 'This service has no such read table.'],
  REBUILD_RUNNING: ['conflict', '这个读表正在重建。', 'This read table is being rebuilt now.'],
  REBUILD_BEHIND: ['conflict', '消费者落后太多，读表无法在同一位置比对，请稍后再试。', 'The consumer is too far behind to be compared at one position: try again later.'],
  REBUILD_DISTURBED: ['conflict', '重建期间有事件被搁置或恢复，请再试一次。', 'Events were parked or taken up again meanwhile: try again.'],
});
