import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { NOTICE_KINDS } from '../lists.ts';
import { VERSION } from '../shapes.ts';
import { line, text } from '../text.ts';

/** A shop program's version such as `10.4.2`. */
const version = z.string().check(z.regex(VERSION));

const incidentId = z.number().check(z.int(), z.positive(), z.maximum(1_000_000_000));

/** The fields of a new notice. */
export const noticeFields = { title: line(3, 120), text: text(1, 1000) };

/** The bodies of changes to incidents, as the server reads them: strictly. */
export const AddIncidentRequest = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  ...noticeFields,
  english: z.nullable(z.strictObject(noticeFields)),
  /** null means at once */
  since: z.nullable(z.iso.datetime()),
  until: z.nullable(z.iso.datetime()),
  fromVersion: z.nullable(version),
  toVersion: z.nullable(version),
});

export type AddIncidentRequest = z.infer<typeof AddIncidentRequest>;

export const SolveIncidentRequest = z.strictObject({ text: text(1, LIMITS.description) });

/** `seenMessages`: how many messages of the thread the agent has seen; the solution does not answer later ones */
export const LinkTicketRequest = z.strictObject({
  incident: z.nullable(incidentId),
  seenMessages: z.number().check(z.int(), z.nonnegative()),
});

/** The last incident of a page of ended ones: when it ended, and its id. */
export const IncidentCursor = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,9}$/));
