import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
/** The nonce size GCM is made for, in bytes; random ones do not repeat for far more secrets than there are shops. */
const NONCE_BYTES = 12;
/** GCM's full tag, in bytes: a shorter one would be easier to forge. */
const TAG_BYTES = 16;

/**
 * Encrypts a secret for the database, so that a stolen backup contains none in clear.
 * @param key the 32 bytes of `SECRET_KEY`
 * @param purpose the kind and owner of the secret, such as `shop-secret:k_…`: a sealed text does not open in another
 * row
 * @returns `v1.` and nonce, tag and ciphertext in base64url; different each time
 */
export function seal(key: Uint8Array, purpose: string, plaintext: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/**
 * Decrypts a text that `seal` made with the same key and purpose.
 * @throws an Error when it does not open: `SECRET_KEY` was changed or the row is damaged, and no caller can help it
 */
export function open(key: Uint8Array, purpose: string, sealed: string): string {
  const [version, encoded = ''] = sealed.split('.');
  if (version !== VERSION) throw new Error(`${purpose} is sealed in a form that this program does not know`);
  const bytes = Buffer.from(encoded, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new Error(`${purpose} does not open: SECRET_KEY is not the one these secrets were sealed with`, { cause });
  }
}
