import { createCipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { open, SealError, type SecretKeys, seal, sealPrefix, toSecretKey } from '../../src/identity/seal.ts';

const [OLD, NEW, OTHER] = [1, 2, 3].map((fill) => toSecretKey(new Uint8Array(32).fill(fill))) as [
  SecretKeys[0],
  SecretKeys[0],
  SecretKeys[0],
];
const PREFIX = sealPrefix(OLD);

/** A seal as it was made before keys had ids. */
function earlierSeal(purpose: string, plaintext: string): string {
  const nonce = Buffer.alloc(12, 9);
  const cipher = createCipheriv('aes-256-gcm', OLD.bytes, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

test('what was sealed opens under the same key and purpose', () => {
  for (const secret of ['', 'x', 'zażółć gęślą jaźń', 'a'.repeat(10_000)]) {
    expect(open([OLD], 'shop-secret:k_1', seal([OLD], 'shop-secret:k_1', secret))).toBe(secret);
  }
});

test('the same secret is another text each time, and neither it nor the key stands in it', () => {
  const texts = Array.from({ length: 100 }, () => seal([OLD], 'p', 'tajne-tajne-tajne'));
  expect(new Set(texts).size).toBe(100);
  for (const text of texts) {
    expect(text).toMatch(/^v2\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(text.slice(PREFIX.length), 'base64url').includes('tajne')).toBe(false);
  }
});

test('the first key seals, and each of them opens, whatever their order', () => {
  const [old, fresh] = [seal([OLD], 'p', 'dawny'), seal([NEW, OLD], 'p', 'nowy')];
  expect(fresh.startsWith(sealPrefix(NEW))).toBe(true);
  for (const keys of [
    [NEW, OLD],
    [OTHER, OLD, NEW],
  ] as const) {
    expect([open(keys, 'p', old), open(keys, 'p', fresh)]).toEqual(['dawny', 'nowy']);
  }
});

test('a seal of before, which names no key, opens under whichever fits', () => {
  expect(open([NEW, OTHER, OLD], 'p', earlierSeal('p', 'dawny'))).toBe('dawny');
  expect(() => open([NEW, OTHER], 'p', earlierSeal('p', 'dawny'))).toThrow(SealError);
});

test('under other keys it does not open, and the message says which setting is wrong', () => {
  const sealed = seal([OLD], 'shop-secret:k_1', 'tajne');
  expect(() => open([NEW, OTHER], 'shop-secret:k_1', sealed)).toThrow(
    'shop-secret:k_1 does not open: no key of SECRET_KEYS is the one it was sealed with',
  );
  // Nor where another key is called like it.
  expect(() => open([{ ...NEW, id: OLD.id }], 'shop-secret:k_1', sealed)).toThrow(SealError);
});

test('in another row it does not open', () => {
  expect(() => open([OLD], 'shop-secret:k_2', seal([OLD], 'shop-secret:k_1', 'tajne'))).toThrow('does not open');
});

test('with any one bit changed, or cut short, it does not open', () => {
  const bytes = Buffer.from(seal([OLD], 'p', 'tajne').slice(PREFIX.length), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => open([OLD], 'p', PREFIX + changed.toString('base64url'))).toThrow(SealError);
  }
  for (let length = 0; length < bytes.length; length++) {
    const cut = bytes.subarray(0, length).toString('base64url');
    expect(() => open([OLD], 'p', PREFIX + cut)).toThrow(SealError);
  }
});

test('a form of another version is said to be one', () => {
  expect(() => open([OLD], 'p', 'v3.abcd')).toThrow('in a form that this program does not know');
  expect(() => open([OLD], 'p', '')).toThrow('in a form that this program does not know');
});

test('why it did not open is kept for the log', () => {
  const sealed = seal([OLD], 'p', 'tajne');
  expect(() => open([OLD], 'q', sealed)).toThrow(expect.objectContaining({ cause: expect.any(Error) }));
});

test('a form without anything in it does not open', () => {
  for (const empty of ['v1', 'v2', 'v2.', PREFIX]) expect(() => open([OLD], 'p', empty)).toThrow('does not open');
});
