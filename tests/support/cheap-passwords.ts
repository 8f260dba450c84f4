import { createPasswords } from '../../src/identity/password.ts';

/** Passwords as in earnest, but for the cost of a hash, which would be most of the time of most tests. */
export const CHEAP_PASSWORDS = createPasswords({ memoryKib: 64, passes: 1 });
