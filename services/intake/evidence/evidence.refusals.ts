import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_EVIDENCE: ['conflict', '本案没有可撤回的证据。', 'This case has no evidence that could be withdrawn.'],
  EVIDENCE_UNKNOWN: ['invalid', '本案没有这份证据。', 'This case has no such piece of evidence.'],
  REPLACEMENT_UNKNOWN: ['invalid', '替换的证据须是本案另一份有效证据。', 'What replaces it must be another standing piece of this case.'],
  EVIDENCE_NOT_YOURS: ['forbidden', '劳动者只能撤回自己提交的证据。', 'A worker withdraws only what the worker handed in.'],
  EVIDENCE_TOO_MANY: ['conflict', '本案证据份数已达上限。', 'This case holds as many pieces of evidence as it may.'],
  NO_SUCH_EVIDENCE: ['notFound', '没有这份证据，或者不在您的辖区内。', 'There is no such piece of evidence in your divisions.'],
  EVIDENCE_TYPE_NOT_ALLOWED: ['invalid', '不支持这种文件。可提交照片、PDF、录音、MP4 视频、DOCX、XLSX 和纯文本。', 'Files of this kind are not taken: photographs, PDF, recordings, MP4, DOCX, XLSX and plain text are.'],
  EVIDENCE_TYPE_DIFFERS: ['invalid', '文件内容与文件名后缀不一致。', 'The file is not of the kind that its name says.'],
  EVIDENCE_INFECTED: ['invalid', '文件含有恶意程序，未接收。', 'The file holds malware and was not taken.', '网络安全法 48'],
  EVIDENCE_ERASED: ['conflict', '当事人的个人信息已依法删除，证据不可再读取或提交。', 'The person has been erased: evidence can neither be read nor added any more.', '个人信息保护法 47'],
});
