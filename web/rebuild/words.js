import { wordsOf } from '../words.js';

export const words = {
  intro: ['读表可随时由日志重建：在旁边重做一份，在同一位置比对，不同的行一次更换；期间照常可读。', 'Read tables can be made again from the log at any time: beside the one in use, compared at one position, rows that differ exchanged at once; reading goes on.'],
  projection: ['读表', 'Read table'], result: ['结果', 'Result'], steps: ['操作', 'Do'], never: ['本进程尚未重建', 'Not rebuilt by this process'], running: ['正在重建', 'Being rebuilt'], done: ['已完成', 'Done'], failed: ['未完成', 'Not done'],
  progress: ['位置 {position} / {of}', 'position {position} of {of}'], same: ['与在用的一致 · {rows} 行 · 位置 {position}', 'as the one in use · {rows} rows · position {position}'],
  differed: ['{n} 行不同，第一行 {key}', '{n} rows differ, the first {key}'], rebuild: ['重建', 'Rebuild'], check: ['只比对', 'Compare'], checked: ['只比对，未更换', 'compared, nothing exchanged'], digest: ['摘要 {digest}', 'digest {digest}'],
  none: ['此服务没有读表', 'This service has no read table'],
};
export const t = wordsOf(words);
