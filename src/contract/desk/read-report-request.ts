import * as z from 'zod/mini';

/** The tables of a report that can be downloaded. */
export const REPORT_PARTS = ['days', 'channels', 'topics', 'scope', 'answers', 'load', 'tickets'] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

const days = { from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) };

/** The query of `GET /api/desk/reports`: days in Europe/Warsaw, both included; by default the last 30. */
export const ReadReportQuery = z.strictObject(days);

/** The query of `GET /api/desk/reports.csv`; without a part, every ticket that came. */
export const DownloadReportQuery = z.strictObject({ ...days, part: z.optional(z.enum(REPORT_PARTS)) });

export type ReportDays = z.infer<typeof ReadReportQuery>;
