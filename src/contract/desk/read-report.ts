import * as z from 'zod/mini';
import type { Channel, Topic } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { AgentName } from './queue-row.ts';

/** A count, and that of the period before. */
const Compared = z.object({ count: z.number(), before: z.number() });

/** How fast we replied, and how often in time; `policy/report` defines each figure. */
const AnswerTimes = z.object({
  waits: z.number(),
  answered: z.number(),
  moved: z.number(),
  inProgress: z.number(),
  kept: z.number(),
  broken: z.number(),
  /** null where no promise came due; always null for e-mail, which has none */
  keptPercent: z.nullable(z.number()),
  medianMinutes: z.nullable(z.number()),
  p90Minutes: z.nullable(z.number()),
});

export type AnswerTimes = z.infer<typeof AnswerTimes>;

const ComparedTimes = z.object({ now: AnswerTimes, before: AnswerTimes });

/** Follow-ups by how they came out; those that were ended before they were due count nowhere. */
const FollowUps = z.object({ kept: z.number(), late: z.number(), running: z.number() });

/**
 * `GET /api/desk/reports?from=YYYY-MM-DD&to=YYYY-MM-DD`: a period of at most 366 days, beside the same number of days
 * just before it. Rows without tickets in either are left out.
 */
export const readReport = {
  method: 'GET',
  path: '/api/desk/reports',
  answer: z.object({
    /** the instant at which lateness was judged */
    at: z.string(),
    from: z.string(),
    to: z.string(),
    before: z.object({ from: z.string(), to: z.string() }),
    /** tickets that came */
    received: z.object({
      total: Compared,
      byChannel: z.array(z.extend(Compared, { channel: openEnum<Channel>() })),
      /** by the topic that they have now, with how many customers said that our solution helped, and how many that it did not */
      byTopic: z.array(z.extend(Compared, { topic: openEnum<Topic>(), helped: z.number(), notHelped: z.number() })),
      /** those that were sent on another topic: how many, from which to which */
      corrected: z.object({
        count: z.number(),
        moves: z.array(z.object({ from: openEnum<Topic>(), to: openEnum<Topic>(), count: z.number() })),
      }),
    }),
    /** those that the rules do not cover, by rule; shares are percentages of all received tickets */
    notCovered: z.object({
      total: Compared,
      percent: z.nullable(z.number()),
      percentBefore: z.nullable(z.number()),
      byRule: z.array(z.extend(Compared, { rule: z.string() })),
    }),
    /** waits for a reply that began in the period */
    answers: z.object({
      total: ComparedTimes,
      byChannel: z.array(z.extend(ComparedTimes, { channel: openEnum<Channel>(), isPromised: z.boolean() })),
    }),
    /** times by which we said that we write again, and that were due in the period; `policy/follow-up` defines each figure */
    followUps: z.object({
      now: FollowUps,
      before: FollowUps,
      /** by day in Warsaw and by who said so, the newest day first */
      days: z.array(z.extend(FollowUps, { day: z.string(), agent: AgentName })),
    }),
    /** when they began: seven weekdays from Monday on, of 24 hours in Warsaw */
    load: z.array(z.array(z.number())),
    /** received tickets, day by day or week by week */
    step: z.enum(['day', 'week']),
    steps: z.array(z.object({ from: z.string(), to: z.string(), count: z.number() })),
  }),
};

export type Report = z.infer<typeof readReport.answer>;

/**
 * `GET /api/desk/reports.csv?from=…&to=…&part=…`: one table of the report, or every received ticket, for a spreadsheet.
 */
export const downloadReport = { method: 'GET', path: '/api/desk/reports.csv' };

/** The tables of a report that can be downloaded. */
export const REPORT_PARTS = [
  'days',
  'channels',
  'topics',
  'scope',
  'answers',
  'follow-ups',
  'load',
  'tickets',
] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

const days = { from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) };

/** The query of `GET /api/desk/reports`: days in Europe/Warsaw, both included; by default the last 30. */
export const ReadReportQuery = z.strictObject(days);

/** The query of `GET /api/desk/reports.csv`; without a part, every ticket that came. */
export const DownloadReportQuery = z.strictObject({ ...days, part: z.optional(z.enum(REPORT_PARTS)) });

export type ReportDays = z.infer<typeof ReadReportQuery>;
