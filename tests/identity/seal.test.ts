import { expect, test } from 'vitest';
import { open, seal } from '../../src/identity/seal.ts';

const KEY = new Uint8Array(32).fill(1);

test('what was sealed opens under the same key and purpose', () => {
  for (const secret of ['', 'x', 'zażółć gęślą jaźń', 'a'.repeat(10_000)]) {
    expect(open(KEY, 'shop-secret:k_1', seal(KEY, 'shop-secret:k_1', secret))).toBe(secret);
  }
});

test('the same secret is another text each time, and never stands in it', () => {
  const texts = Array.from({ length: 100 }, () => seal(KEY, 'p', 'tajne-tajne-tajne'));
  expect(new Set(texts).size).toBe(100);
  for (const text of texts) {
    expect(text).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(text.slice(3), 'base64url').includes('tajne')).toBe(false);
  }
});

test('under another key it does not open, and the message says which setting is wrong', () => {
  const sealed = seal(KEY, 'shop-secret:k_1', 'tajne');
  expect(() => open(new Uint8Array(32).fill(2), 'shop-secret:k_1', sealed)).toThrow(
    'shop-secret:k_1 does not open: SECRET_KEY is not the one these secrets were sealed with',
  );
});

test('in another row it does not open', () => {
  expect(() => open(KEY, 'shop-secret:k_2', seal(KEY, 'shop-secret:k_1', 'tajne'))).toThrow('does not open');
});

test('with any one bit changed, or cut short, it does not open', () => {
  const bytes = Buffer.from(seal(KEY, 'p', 'tajne').slice(3), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => open(KEY, 'p', `v1.${changed.toString('base64url')}`)).toThrow('does not open');
  }
  for (let length = 0; length < bytes.length; length++) {
    const cut = bytes.subarray(0, length).toString('base64url');
    expect(() => open(KEY, 'p', `v1.${cut}`)).toThrow('does not open');
  }
});

test('a form of another version is said to be one', () => {
  expect(() => open(KEY, 'p', 'v2.abcd')).toThrow('in a form that this program does not know');
});

test('why it did not open is kept for the log', () => {
  const sealed = seal(KEY, 'p', 'tajne');
  expect(() => open(new Uint8Array(32).fill(2), 'p', sealed)).toThrow(
    expect.objectContaining({ cause: expect.any(Error) }),
  );
});

test('a form without anything in it does not open', () => {
  expect(() => open(KEY, 'p', 'v1')).toThrow('does not open');
  expect(() => open(KEY, 'p', '')).toThrow('in a form that this program does not know');
});
