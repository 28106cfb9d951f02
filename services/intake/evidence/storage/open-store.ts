import type { Config } from '#libs/runtime/config.js';
import type { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

/** The store that the configuration names: `s3://bucket/prefix`, or a folder. */
export function openStore({ EVIDENCE_STORE: store, EVIDENCE_STORE_ENDPOINT: endpoint, EVIDENCE_STORE_REGION: region }: Pick<Config, 'EVIDENCE_STORE' | 'EVIDENCE_STORE_ENDPOINT' | 'EVIDENCE_STORE_REGION'>): FileStore {
  const [, bucket, path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(store) ?? [];
  if (bucket === undefined) return new FolderStore(store);
  return new S3Store({ bucket, prefix: path === '' || path.endsWith('/') ? path : `${path}/`, endpoint, region });
}
