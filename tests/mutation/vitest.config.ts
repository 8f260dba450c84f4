import { defineConfig } from 'vitest/config';

/** The tests that judge the mutated modules: plain Node, no server, no browser. */
export default defineConfig({
  test: {
    // As in `vitest.config.ts`: a worker for every file of every change would take most of the time.
    isolate: false,
    setupFiles: ['tests/support/put-back.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: [
      'tests/{policy,contract,tickets,identity,attachments,incidents,guard}/**/*.test.ts',
      'tests/store/guard.test.ts',
      'tests/api/http/client-address.test.ts',
      'tests/api/public/{thread,open-ticket,uploads,open-session,whose-ticket,floods}.test.ts',
      'tests/api/desk/{desk-session,guard,known-browsers,phone,second-factors,sessions}.test.ts',
    ],
  },
});
