import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  FILE_UNREADABLE: ['invalid', '文件不是可读取的 CSV（UTF-8 或 GB18030）或 XLSX。', 'The file is no readable CSV (UTF-8 or GB18030) or XLSX.'],
  FILE_UNPACKS_TOO_LARGE: ['invalid', '表格解压后过大，或者含有过多部件。', 'The workbook unpacks to too much, or has too many parts.'],
  FILE_EMPTY: ['invalid', '文件没有数据行。', 'The file has no rows of data.'],
  TOO_MANY_ROWS: ['invalid', '行数超过上限，请拆分文件。', 'The file has too many rows. Split it.'],
  NO_SUCH_IMPORT: ['notFound', '该渠道没有这次导入，或者已过保存期。', 'The channel has no such import, or it is kept no longer.'],
  HEADER_WRONG: ['invalid', '表头有误：须有必填列，不得有未知列或重复列。', 'The header is wrong: every required column, none unknown, none twice.'],
});
