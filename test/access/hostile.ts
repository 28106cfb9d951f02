/** Texts that mean something to a database, a shell, a page, a spreadsheet, a log or a parser, and nothing here; by whom they are meant for. Each family begins with what fits into a short field. */
export const families = {
  sql: ["'--", "' OR 1=1 --", "'", "''", '"', '`', "' OR '1'='1", "'; DROP TABLE es.events; --", "'; UPDATE supervision.case_view SET state = 'CLOSED'; --", '1; SELECT pg_sleep(5) --', "' UNION SELECT null, data FROM es.events --", "\\'; SELECT 1 --", '$$; DELETE FROM es.events; $$', "%' OR '%'='", '_%_%', "E'\\x27'", "' || (SELECT version()) || '", "x'; COPY es.events TO PROGRAM 'id'; --", '/* */', "admin'--", "1' AND extract(epoch FROM pg_sleep(5)) > 0 --"],
  nosql: ['{"$gt":""}', '$where: 1', '{}', '[]', '$.store..price', '$[?(@.x==1)]', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__[polluted]', 'constructor.prototype.polluted', 'null', 'undefined', 'NaN', 'true', '0', '-0', '1e309', '0x10', '1_000'],
  path: ['../x', '../../etc/passwd', '..\\..\\windows', '%2e%2e%2f', 'file:///etc/passwd', '/dev/null', 'C:\\x.txt', '\\\\127.0.0.1\\x', '; id', '| id', '$(id)', '`id`', '& id &', '\\'],
  template: ['{{7*7}}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{%x%}', '${jndi:ldap://127.0.0.1/x}', '%s%n%d', '[[${7*7}]]'],
  html: ['<b>', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert('1')", '<svg/onload=alert(1)>', '&lt;b&gt;', ']]>', '<!--', '</textarea><script>alert(1)</script>', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'],
  formula: ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '"=1+1', "'=1+1", '＝1+1', '＋1+1', '－1+1', '＠SUM(1)', '\u00a0=1', '\u200b=1', '\ufeff=1', ';=1+1', '=HYPERLINK("http://x")', "=cmd|'/C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", '=DDE("cmd";"/C calc";"x")', '"\n=1+1'],
  header: ['x\r\na: b', 'x\r\nset-cookie: a=b', 'x\n\nb', 'x\ry', 'a%0d%0aset-cookie:%20a=b', 'a\u560d\u560aset-cookie: a=b'],
  log: ['x\n{"level":50}', 'x\n{"level":50,"msg":"forged"}', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u009bb', '\\u0000', '\\x00', '%00', '\\n{}'],
  unicode: ['\u202ecba', '\ufeffx', 'a\u200bb', '\u2066x\u2069', 'é'.normalize('NFD'), 'é', `e${'\u0301'.repeat(8)}`, 'ﷺ', 'аdmin', 'İi', 'ß', 'Ω', '１２３', '𠮷野家', '👩‍👩‍👧', '\ufffe', '\u{e0001}x', 'a\u034fb', '\u115f'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Family = keyof typeof families;

export const hostile: readonly string[] = Object.values(families).flat();

/** Which nobody can have typed, and Postgres would not keep: refused wherever they stand. */
export const unkeepable: readonly string[] = ['a\u0000b', '\u0000', 'a\u0007b', 'a\u001b[31mb', 'a\u007fb', 'a\ud800b', '\udfff', '\ud83d'];

/** A text of the family that fits, with a mark by which it is found again, behind it so that it begins as it must; the names that every object knows mean something only as they are. */
export function markedText(family: Family, n: number, max: number): string {
  const mark = `~x${n.toString(36)}`;
  const fitting = families[family].filter((text) => text.length + mark.length <= max);
  const text = fitting[n % fitting.length] ?? mark.slice(-max);
  return text in {} || fitting.length === 0 ? text : `${text}${mark}`;
}

/** Of such a text whatever was made. */
export const MARK = /~x[0-9a-z]+/;
