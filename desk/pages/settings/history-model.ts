import { createModel, signal } from '@preact/signals';
import type { SettingsHistory } from '../../../src/contract/desk/settings.ts';
import type { SettingsClient } from './settings-client.ts';

/** The history of settings, page by page. */
export const HistoryModel = createModel((client: Pick<SettingsClient, 'history'>) => {
  const page = signal<SettingsHistory | null>(null);
  return {
    page,
    /** Reads the newest page again. */
    async refresh() {
      const answer = await client.history(null);
      if (answer.outcome === 'ok') page.value = answer.value;
    },
    /** Adds the next page. */
    async more() {
      const now = page.peek();
      if (!now?.next) return;
      const answer = await client.history(now.next);
      if (answer.outcome !== 'ok' || page.peek() !== now) return;
      page.value = { entries: [...now.entries, ...answer.value.entries], next: answer.value.next };
    },
  };
});

export type HistoryModel = InstanceType<typeof HistoryModel>;
