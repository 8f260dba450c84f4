import { addressOf } from '../../../browser/http.ts';
import { downloadReport, type Report, type ReportPart, readReport } from '../../../src/contract/desk/read-report.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';
import type { Days } from './report-days.ts';

/** Requests of the page of reports. */
export interface ReportsClient {
  read: (days: Days) => Promise<DeskAnswer<Report>>;
}

export function createReportsClient({ call }: DeskHttp): ReportsClient {
  return { read: ({ from, to }) => call(readReport, { query: { from, to } }) };
}

/** The path from which a table of a report is downloaded. */
export function reportFile({ from, to }: Days, part: ReportPart): string {
  return addressOf(downloadReport.path, { query: { from, to, part } });
}
