import { downloadReport, type Report, readReport } from '../../../src/contract/desk/read-report.ts';
import type { ReportPart } from '../../../src/contract/desk/read-report-request.ts';
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';
import type { Days } from './report-days.ts';

/** What the page of reports asks. */
export interface ReportsClient {
  read: (days: Days) => Promise<Answer<Report>>;
}

export function createReportsClient(ask: Ask): ReportsClient {
  return {
    read: ({ from, to }) =>
      ask(
        { method: readReport.method, path: `${readReport.path}?${new URLSearchParams({ from, to })}` },
        readAnswer(readReport),
      ),
  };
}

/** Where a table of a report is downloaded from. */
export function reportFile({ from, to }: Days, part: ReportPart): string {
  return `${downloadReport.path}?${new URLSearchParams({ from, to, part })}`;
}
