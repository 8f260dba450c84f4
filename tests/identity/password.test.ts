import { expect, test } from 'vitest';
import { createPasswords } from '../../src/identity/password.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';

/** As hard as in earnest, which would make most tests slow for nothing. */
const inEarnest = createPasswords();

/** Made by PHP 8.2: password_hash('Zażółć gęślą jaźń', PASSWORD_ARGON2ID). */
const BY_PHP = '$argon2id$v=19$m=19456,t=2,p=1$YXFrUjZSYTNhRVdmMU5zMg$ig9+4saIjgwMXDM24L6gdanAahallNCqDgw64TIWQao';

/** What a hash costs to find out: parameters, and how long salt and tag are. */
function shapeOf(phc: string): string {
  return phc.replace(/[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/, 'salt$tag');
}

test('only the password itself fits its hash', async () => {
  const stored = await CHEAP_PASSWORDS.hash('konik na biegunach');
  expect(await inEarnest.verify('konik na biegunach', stored)).toBe(true);
  for (const wrong of ['', 'konik na biegunac', 'konik na biegunach ', 'Konik na biegunach']) {
    expect(await inEarnest.verify(wrong, stored)).toBe(false);
  }
});

test('the same password has another hash each time', async () => {
  expect(await CHEAP_PASSWORDS.hash('konik na biegunach')).not.toBe(await CHEAP_PASSWORDS.hash('konik na biegunach'));
});

test('hashes are those of everybody else’s argon2id', async () => {
  expect(await inEarnest.verify('Zażółć gęślą jaźń', BY_PHP)).toBe(true);
  expect(await inEarnest.verify('Zazolc gesla jazn', BY_PHP)).toBe(false);
});

test('a letter written as one character or as two is the same letter', async () => {
  const stored = await CHEAP_PASSWORDS.hash('żółta łódka'.normalize('NFD'));
  expect(await inEarnest.verify('żółta łódka'.normalize('NFC'), stored)).toBe(true);
});

test('a new hash costs 64 MiB and three passes, and so does an address that nobody has', async () => {
  const stored = await inEarnest.hash('konik na biegunach');
  expect(shapeOf(stored)).toBe('$argon2id$v=19$m=65536,t=3,p=1$salt$tag');
  expect(shapeOf(inEarnest.decoy)).toBe(shapeOf(stored));
  expect(inEarnest.isTooCheap(stored)).toBe(false);
});

test.each([
  ['less memory', { memoryKib: 65_535, passes: 3 }, true],
  ['fewer passes', { memoryKib: 65_536, passes: 2 }, true],
  ['more of both', { memoryKib: 70_000, passes: 4 }, false],
])('a hash of %s: too cheap %o %s', async (_, { memoryKib, passes }, expected) => {
  expect(inEarnest.isTooCheap(BY_PHP.replace('m=19456,t=2', `m=${memoryKib},t=${passes}`))).toBe(expected);
});

test.each(['', 'konik na biegunach', '$2y$10$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$dGFn'])(
  'a stored %j is a fault, not a wrong password',
  async (stored) => {
    await expect(inEarnest.verify('konik na biegunach', stored)).rejects.toThrow('no argon2id PHC string');
  },
);
