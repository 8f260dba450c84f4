import { defineConfig } from 'vitest/config';

/** The tests that judge the mutated modules: plain Node, no server, no browser. */
export default defineConfig({
  test: {
    include: [
      'tests/{policy,contract,tickets,identity,attachments,incidents}/**/*.test.ts',
      'tests/api/public/{thread,open-ticket,uploads,open-session,whose-ticket}.test.ts',
      'tests/api/desk/{desk-session,phone}.test.ts',
    ],
  },
});
