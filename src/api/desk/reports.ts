import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { DownloadReportQuery, ReadReportQuery, type ReportDays } from '../../contract/desk/read-report.ts';
import type { FieldError } from '../../contract/problem.ts';
import { recordReportRead } from '../../events/record-read.ts';
import { askedPeriod, readReport } from '../../reports/read-report.ts';
import { type Cell, reportTable } from '../../reports/report-table.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';
import { asAgent } from './as-agent.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv-line.ts';

/** The parsed query with its days, or the response that says what is wrong. */
function readQuery<Query extends ReportDays>(context: Context, schema: z.ZodMiniType<Query>, now: Temporal.Instant) {
  const refuse = (errors: FieldError[]) => ({
    ok: false as const,
    refusal: problem(context, 'invalid-request', { errors }),
  });
  const read = schema.safeParse(context.req.query(), { reportInput: true });
  if (!read.success) return refuse(fieldErrors(read.error));
  const period = askedPeriod(read.data, now);
  return 'code' in period ? refuse([period]) : { ok: true as const, query: read.data, period };
}

/** `GET /api/desk/reports` */
export const answerReadReport = asAgent(async (context, deps, agent) => {
  const now = deps.now();
  const read = readQuery(context, ReadReportQuery, now);
  if (!read.ok) return read.refusal;
  const { from, to } = read.period;
  await recordReportRead(deps, agent.id, { from: `${from}`, to: `${to}` });
  return context.json(await readReport(deps.store, read.period, now));
});

/** `GET /api/desk/reports.csv`: always a download, streamed while it is read. */
export const answerDownloadReport = asAgent(async (context, deps, agent) => {
  const now = deps.now();
  const read = readQuery(context, DownloadReportQuery, now);
  if (!read.ok) return read.refusal;
  const { part = 'tickets' } = read.query;
  const { from, to } = read.period;
  await recordReportRead(deps, agent.id, { part, from: `${from}`, to: `${to}` });
  const bytes = Readable.from(toBytes(reportTable(deps.store, part, read.period, now)));
  return context.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="pomoc-${part}-${from}-${to}.csv"`,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
});

async function* toBytes(lines: AsyncIterable<readonly Cell[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK);
  for await (const line of lines) yield Buffer.from(csvLine(line));
}
