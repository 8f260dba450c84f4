import { playwright } from '@vitest/browser-playwright';
import { msw } from 'msw/vite';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from '../support/chromium.ts';

/** The tests that judge drafts, the outbox and sending: in Chromium, as they need its database. */
export default defineConfig(async () => ({
  plugins: [msw({ mode: 'worker-only' as const })],
  define: { __VERSION__: '"0.0.0"' },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  test: {
    include: [
      'tests/{browser,widget/outbox}/**/*.test.ts',
      'tests/widget/features/ticket-form/models/*.test.ts',
      'tests/widget/features/my-tickets/models/reply-model.test.ts',
    ],
    setupFiles: ['tests/support/widget-setup.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
}));
