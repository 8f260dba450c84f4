import { describe, expect, test, vi } from 'vitest';
import { randomId } from '../../browser/random-id.ts';

describe.each([
  [16, 22],
  [32, 43],
])('%i random bytes', (bytes, length) => {
  const ids = Array.from({ length: 10_000 }, () => randomId(bytes));

  test(`are ${length} characters of base64url`, () => {
    expect(ids.filter((id) => !/^[A-Za-z0-9_-]+$/.test(id) || id.length !== length)).toEqual([]);
  });

  test('are never the same twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('use the whole alphabet in every place but the last', () => {
    const letters = Array.from({ length: length - 1 }, (_, place) => new Set(ids.map((id) => id[place])).size);
    expect(letters).toEqual(letters.map(() => 64));
  });
});

test('every bit comes from the browser, and none is lost', () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    (array as unknown as Uint8Array).set([0xfb, 0xff, 0xbf, 0, 1]);
    return array;
  });
  expect(randomId(5)).toBe('-_-_AAE');
});
