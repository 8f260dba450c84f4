import { vi } from 'vitest';

/**
 * For every test of the service: passwords as in earnest, but for the cost of a hash, which would be most of the time of
 * most tests. Tests of the cost itself call `vi.unmock` with this module.
 */
vi.mock(import('../../src/identity/password.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    hashPassword: (password) => original.hashPassword(password, { memoryKib: 64, passes: 1 }),
    isTooCheap: () => false,
  };
});
