import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { personalFields } from '#libs/security/mask.js';
import { traceFields } from './telemetry.js';

const SECRETS = ['authorization', 'cookie', 'password', 'secret', 'token', 'headers', 'body'];
const HIDDEN = [...Object.keys(personalFields), ...SECRETS].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
/** Identity, bank card and mobile numbers standing alone, wherever they slipped in. Times (13 digits), positions and UUIDs are none of these. */
const NUMBERS = /(?<![\w.-])(\d{17}[\dXx]|\d{16,19}|1[3-9]\d{9})(?![\w.-])/g;

/** One JSON line for each entry, to stdout, in UTC and real time. Personal fields are hidden by name, personal numbers by shape. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: HIDDEN, censor: '***' },
    formatters: { level: (label: string) => ({ level: label }) }, mixin: traceFields,
    hooks: { streamWrite: (line: string) => line.replace(NUMBERS, '***') },
  };
  return destination ? pino(options, destination) : pino(options);
}

export const log = createLog(process.env['LOG_LEVEL'] || (process.env['NODE_ENV'] === 'test' ? 'fatal' : 'info'));

/** What an error may say in a log: its name, its code, and where it arose. Its message may quote personal data, as PostgreSQL's do. */
export function traceOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 20).map((line) => line.trim());
  return { type: error.name, ...(typeof code === 'string' && { code }), frames, ...(error.cause !== undefined && { cause: traceOf(error.cause) }) };
}

/** Nest's own words, in the same form. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger = log) {}

  log(message: unknown, ...more: unknown[]): void { this.#write('info', message, more); }
  error(message: unknown, ...more: unknown[]): void { this.#write('error', message, more); }
  warn(message: unknown, ...more: unknown[]): void { this.#write('warn', message, more); }
  debug(message: unknown, ...more: unknown[]): void { this.#write('debug', message, more); }
  verbose(message: unknown, ...more: unknown[]): void { this.#write('trace', message, more); }
  fatal(message: unknown, ...more: unknown[]): void { this.#write('fatal', message, more); }

  #write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, more: readonly unknown[]): void {
    const context = more.at(-1);
    const fields = { ...(typeof context === 'string' && !context.includes('\n') && { context }) };
    if (message instanceof Error) this.target[level]({ ...fields, error: traceOf(message) }, 'error');
    else if (typeof message === 'string') this.target[level](fields, message);
    else this.target[level]({ ...fields, said: message });
  }
}
