/** Texts that mean something to a database, a shell, a page, a spreadsheet, a log or a parser, and nothing here. */
export const hostile: readonly string[] = [
  "'", "''", '"', '`', "' OR '1'='1", "' OR 1=1 --", "'; DROP TABLE es.events; --", "'; UPDATE supervision.case_view SET state = 'CLOSED'; --", "1; SELECT pg_sleep(5) --", "' UNION SELECT null, data FROM es.events --", "\\'; SELECT 1 --", "$$; DELETE FROM es.events; $$", "%' OR '%'='", '_%_%', "E'\\x27'", "' || (SELECT version()) || '", "x'; COPY es.events TO PROGRAM 'id'; --", '/* */', "admin'--", "1' AND extract(epoch FROM pg_sleep(5)) > 0 --",
  '$where: 1', '{"$gt":""}', '$.store..price', '$[?(@.x==1)]', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__[polluted]', 'constructor.prototype.polluted',
  '../../etc/passwd', '..\\..\\windows', '%2e%2e%2f', 'file:///etc/passwd', '/dev/null', '; id', '| id', '$(id)', '`id`', '${7*7}', '{{7*7}}', '#{7*7}', '<%= 7*7 %>', '${jndi:ldap://127.0.0.1/x}',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert('1')", '<svg/onload=alert(1)>', '&lt;b&gt;', ']]>', '<!--', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
  '=1+1', '+1+1', '-1+1', '@SUM(1)', "=HYPERLINK(\"http://x\")", '\t=1+1',
  'x\r\nset-cookie: a=b', 'x\n{"level":50,"msg":"forged"}', 'x\ry', 'a\u2028b', 'a\u2029b', 'a\u0085b', '\ufeffx', 'a\u200bb', '\u202ecba', '\u2066x\u2069', 'é'.normalize('NFD'), 'é', '𠮷野家', '👩‍👩‍👧', 'ﷺ', 'İi', 'ß', 'Ω', '１２３', 'null', 'undefined', 'NaN', 'true', '0', '-0', '1e309', '{}', '[]', '\\u0000', '\\x00', '%00',
];

/** Which nobody can have typed, and Postgres would not keep: refused wherever they stand. */
export const unkeepable: readonly string[] = ['a\u0000b', '\u0000', 'a\u0007b', 'a\u001b[31mb', 'a\u007fb', 'a\ud800b', '\udfff', '\ud83d'];

