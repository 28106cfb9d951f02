import { createHmac, hkdfSync } from 'node:crypto';

/** What a person or an employer may be looked up by. Each has a key of its own, so that equal values of two spaces do not show as equal. */
export type BlindSpace = 'name' | 'phone' | 'idNumber' | 'employer';

/**
 * Finds equal values without storing them. A plain hash would not do: all mobile and identity numbers can be tried in hours.
 * The key of each space is derived by HKDF-SHA-256 (RFC 5869) from one secret of at least 32 bytes that is kept outside the database.
 */
export class BlindIndex {
  readonly #keys = new Map<string, Buffer>();

  constructor(private readonly secret: Buffer) {
    if (secret.length < 32) throw new Error('The secret of the blind index needs at least 32 bytes.');
  }

  /** Keyed fingerprint (32 bytes) of a value that `normalise` has brought into its one spelling. */
  mac(space: BlindSpace, normalised: string): Buffer {
    return createHmac('sha256', this.#keyOf(space)).update(normalised, 'utf8').digest();
  }

  /** Keyed fingerprint of a request, by which a repetition is known: what it held cannot be guessed from it. */
  macOfRequest(body: Buffer | string): Buffer {
    return createHmac('sha256', this.#keyOf('request')).update(body).digest();
  }

  /** Signature of a site's code, with a key that signs nothing else. */
  macOfSite(said: Buffer): Buffer {
    return createHmac('sha256', this.#keyOf('site')).update(said).digest();
  }

  #keyOf(space: BlindSpace | 'request' | 'site'): Buffer {
    const key = this.#keys.get(space) ?? Buffer.from(hkdfSync('sha256', this.secret, '', `anxin.blind-index.v1\n${space}`, 32));
    this.#keys.set(space, key);
    return key;
  }
}

export function blindIndex(secret: Buffer): BlindIndex {
  return new BlindIndex(secret);
}

/** The one spelling under which a value is looked up. Empty where nothing is left to compare: such a value must not be indexed. */
export function normalise(space: BlindSpace, text: string): string {
  switch (space) {
    case 'name':     return normalName(text);
    case 'phone':    return normalPhone(text);
    case 'idNumber': return plain(text).toUpperCase();
    case 'employer': return plain(text).replace(/[()[\]{}<>【】〔〕《》「」『』]/g, ''); // 测试（某地）公司 = 测试某地公司; its suffix stays.
  }
}

/** Names of several parts are written with a middle dot, of which keyboards know seven. */
function normalName(text: string): string {
  return plain(text).replace(/[.•‧∙⋅・]/g, '·').replace(/[()]/g, '');
}

function normalPhone(text: string): string {
  const digits = plain(text).replace(/\D/g, '');
  return /^(0086|86)1\d{10}$/.test(digits) ? digits.slice(-11) : digits;
}

/** Full width to half width and one form for each letter (NFKC), lower case, without white space and invisible characters. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\p{Cf}\p{Cc}]/gu, '');
}
