import { createModel, signal } from '@preact/signals';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import type { Days } from './report-days.ts';
import type { ReportsClient } from './reports-client.ts';

/** The requested report: a response for days that are no longer chosen is dropped. */
export const ReportModel = createModel((client: ReportsClient) => {
  const report = signal<Report | null>(null);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  let asked = 0;
  return {
    report,
    state,
    async read(days: Days): Promise<void> {
      const mine = ++asked;
      state.value = 'loading';
      const answer = await client.read(days);
      if (mine !== asked) return;
      if (answer.outcome === 'ok') report.value = answer.value;
      state.value = answer.outcome === 'ok' ? 'shown' : 'unanswered';
    },
  };
});

export type ReportModel = InstanceType<typeof ReportModel>;
