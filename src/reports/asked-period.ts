import type { ReportDays } from '../contract/desk/read-report-request.ts';
import type { FieldError } from '../contract/problem.ts';
import { type Period, reportPeriod } from '../policy/report-period.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';

/** The period of a request, or the error in its days. */
export function askedPeriod({ from, to }: ReportDays, now: Temporal.Instant): Period | FieldError {
  const day = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainDate.from(text));
  const period = reportPeriod({ from: day(from), to: day(to) }, dayInWarsaw(now));
  if (period === 'backwards') return { path: 'from', code: 'not-allowed' };
  return period === 'too-long' ? { path: 'from', code: 'too-long' } : period;
}
