import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { isUuid } from '#libs/contracts/uuid.js';
import type { FileStore } from './file-store.js';
import { FileStoreAway } from './file-store.js';

interface Place {
  readonly bucket: string;
  /** Before each id; empty or ending with a slash. */
  readonly prefix: string;
  readonly endpoint?: string | undefined;
  readonly region: string;
}

const CONNECT_MS = 3_000;
const REQUEST_MS = 20_000;

/** A bucket of anything that speaks S3. Who we are, the SDK reads where it always does: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a shared credentials file, or the pod's role. */
export class S3Store implements FileStore {
  readonly #client: S3Client;

  constructor(private readonly place: Place) {
    this.#client = new S3Client({
      region: place.region, maxAttempts: 3, requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: REQUEST_MS },
      requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED', // Stores other than Amazon's may not know the newer ones; a file carries its own tag.
      ...(place.endpoint && { endpoint: place.endpoint, forcePathStyle: true }),
    });
  }

  async put(id: string, bytes: Buffer): Promise<void> {
    await reached(this.#client.send(new PutObjectCommand({ ...this.#object(id), Body: bytes, ContentLength: bytes.length, ContentType: 'application/octet-stream' })));
  }

  async get(id: string): Promise<Buffer | undefined> {
    const object = this.#object(id);
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(object));
      return Buffer.from(await Body!.transformToByteArray());
    } catch (error) {
      if (['NoSuchKey', 'NotFound'].includes((error as Error).name)) return undefined;
      throw new FileStoreAway({ cause: error });
    }
  }

  async *list(): AsyncIterable<{ id: string; storedAtMs: number }> {
    const { bucket, prefix } = this.place;
    for (let token: string | undefined, more = true; more; more = token !== undefined) {
      const page = await reached(this.#client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(token !== undefined && { ContinuationToken: token }) })));
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const id = Key.slice(prefix.length);
        if (isUuid(id) && LastModified) yield { id, storedAtMs: LastModified.getTime() };
      }
      token = page.NextContinuationToken;
    }
  }

  async remove(id: string): Promise<void> {
    await reached(this.#client.send(new DeleteObjectCommand(this.#object(id))));
  }

  #object(id: string): { Bucket: string; Key: string } {
    if (!isUuid(id)) throw new TypeError('A stored file has a UUID.');
    return { Bucket: this.place.bucket, Key: this.place.prefix + id };
  }
}

async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new FileStoreAway({ cause: error });
  }
}
