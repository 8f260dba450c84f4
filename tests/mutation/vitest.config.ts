import { defineConfig } from 'vitest/config';

/** The tests that judge the mutated modules: plain Node, no server, no browser. */
export default defineConfig({
  test: {
    setupFiles: ['tests/support/cheap-passwords.ts'],
    include: [
      'tests/{policy,contract,tickets,identity,attachments}/**/*.test.ts',
      'tests/api/{thread,open-ticket,uploads,open-session,desk-session}.test.ts',
    ],
  },
});
