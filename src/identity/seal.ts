import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v2';
/** The nonce size GCM is made for, in bytes; random ones do not repeat for far more secrets than there are shops. */
const NONCE_BYTES = 12;
/** GCM's full tag, in bytes: a shorter one would be easier to forge. */
const TAG_BYTES = 16;

/** One of `SECRET_KEYS`. */
export interface SecretKey {
  /** names it in seals; tells nothing of the key */
  id: string;
  /** 32 of them */
  bytes: Uint8Array;
}

/** The keys of `SECRET_KEYS`: the first one seals, each of them opens. */
export type SecretKeys = readonly [SecretKey, ...SecretKey[]];

/** A seal that no key opens: the key was taken away, or the row is damaged. No caller can help it; a later try may. */
export class SealError extends Error {
  override name = 'SealError' as const;
}

/** A key with the id that names it in seals. @param bytes 32 random ones */
export function toSecretKey(bytes: Uint8Array): SecretKey {
  return { id: createHmac('sha256', bytes).update('key-id').digest('hex').slice(0, 8), bytes };
}

/** What every seal begins with that this key made, and no other. */
export function sealPrefix({ id }: SecretKey): string {
  return `${VERSION}.${id}.`;
}

/**
 * Encrypts a secret for the database under the first key, so that a stolen backup contains none in clear.
 * @param purpose the kind and owner of the secret, such as `shop-secret:k_…`: a sealed text does not open in another
 * row
 * @returns `v2.`, the key's id, and nonce, tag and ciphertext in base64url; different each time
 */
export function seal([key]: SecretKeys, purpose: string, plaintext: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return sealPrefix(key) + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * Decrypts a text that `seal` made with one of these keys and the same purpose; `v1.` ones name no key.
 * @throws a `SealError` when it does not open
 */
export function open(keys: SecretKeys, purpose: string, sealed: string): string {
  const [version, ...rest] = sealed.split('.');
  if (version !== 'v1' && version !== VERSION) {
    throw new SealError(`${purpose} is sealed in a form that this program does not know`);
  }
  const bytes = Buffer.from(rest.at(-1) ?? '', 'base64url');
  let cause: unknown;
  for (const key of keys) {
    if (version === VERSION && key.id !== rest[0]) continue;
    try {
      return decrypted(key, purpose, bytes);
    } catch (error) {
      cause = error;
    }
  }
  throw new SealError(`${purpose} does not open: no key of SECRET_KEYS is the one it was sealed with`, { cause });
}

function decrypted(key: SecretKey, purpose: string, bytes: Buffer): string {
  const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
