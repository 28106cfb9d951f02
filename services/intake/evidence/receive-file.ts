import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { evidenceKinds } from '#libs/contracts/intake.events.js';
import type { EvidenceKind } from '#libs/contracts/intake.events.js';
import { StoreBusy } from '#libs/event-store/failures.js';
import { BodyTooLarge } from '#libs/runtime/problem.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Received } from './evidence.handler.js';
import { shownName } from './file-name.js';

/** Files in memory at once in this process: with the most bytes of each, what uploads may take of it. */
const AT_ONCE_MAX = 6;
const FORM_BYTES = 8 * 1024;
let underWay = 0;

/**
 * Reads one file and its kind out of a multipart form. Hashed as it comes, and given up as soon as it is too large; held in memory, because nothing
 * of it is stored before all of it was looked at.
 */
export async function receiveFile(request: FastifyRequest, bytesMax: number): Promise<Received> {
  if (!request.isMultipart()) throw wrong('file', '请以 multipart/form-data 提交一个文件', 'send one file as multipart/form-data');
  if (Number(request.headers['content-length'] ?? 0) > bytesMax + FORM_BYTES) throw new BodyTooLarge(bytesMax);
  if (underWay >= AT_ONCE_MAX) throw new StoreBusy();
  underWay++;
  try {
    return await read(request, bytesMax);
  } catch (error) {
    if (error instanceof FieldsRefused || error instanceof BodyTooLarge) throw error;
    throw wrong('file', '表单不完整，或不止一个文件', 'the form is incomplete, or holds more than one file'); // The parser's own words may quote the form.
  } finally {
    underWay--;
  }
}

async function read(request: FastifyRequest, bytesMax: number): Promise<Received> {
  let kind: unknown = 'other';
  let file: Pick<Received, 'name' | 'bytes' | 'sha256'> | undefined;
  for await (const part of request.parts({ limits: { files: 1, fields: 4, parts: 5, fieldSize: 200, fieldNameSize: 40, headerPairs: 20, fileSize: bytesMax } })) {
    if (part.type === 'file' && part.fieldname === 'file') file = await collect(part, bytesMax);
    else if (part.type === 'field' && part.fieldname === 'kind') kind = part.value;
    else throw wrong('file', '只接收 kind 和 file 两项', 'only kind and file are taken');
  }
  if (!isKind(kind)) throw wrong('kind', `应为以下之一：${evidenceKinds.join('、')}`, `must be one of: ${evidenceKinds.join(', ')}`);
  if (!file || file.bytes.length === 0) throw wrong('file', '请选择一个文件，且不能为空', 'one file is needed, and it must not be empty');
  return { kind, ...file };
}

async function collect(part: MultipartFile, bytesMax: number): Promise<Pick<Received, 'name' | 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (part.file.truncated) throw new BodyTooLarge(bytesMax);
  return { name: shownName(part.filename), bytes: Buffer.concat(chunks), sha256: hash.digest('hex') };
}

function isKind(text: unknown): text is EvidenceKind {
  return (evidenceKinds as readonly unknown[]).includes(text);
}

function wrong(field: string, zh: string, en: string): FieldsRefused {
  return new FieldsRefused([{ field, zh, en }]);
}
