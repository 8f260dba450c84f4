import type * as passwords from '../../src/identity/password.ts';

/** Passwords as in earnest, but for the cost of a hash: that is for the tests of passwords themselves. */
export function cheapPasswords(original: typeof passwords): typeof passwords {
  return {
    ...original,
    hashPassword: (password) => original.hashPassword(password, { memoryKib: 64, passes: 1 }),
    isTooCheap: () => false,
  };
}
