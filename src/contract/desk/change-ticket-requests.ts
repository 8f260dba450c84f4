import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { CLOSE_REASONS, TICKET_STATUSES, TOPICS } from '../lists.ts';
import { EMAIL } from '../shapes.ts';
import { line, personName, plain } from '../text.ts';

const count = z.number().check(z.int(), z.nonnegative());

const agentId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** `reason` only with `closed`: of `abuse` the files are taken away at once, and deleted a while later. */
export const MoveTicketRequest = z
  .strictObject({ status: z.enum(TICKET_STATUSES), seenMessages: count, reason: z.optional(z.enum(CLOSE_REASONS)) })
  .check(
    z.refine(({ status, reason }) => reason === undefined || status === 'closed', {
      path: ['reason'],
      error: 'not-allowed',
    }),
  );

/** `from` is the assignee that the agent saw: two who take a ticket at once do not take it from each other */
export const AssignTicketRequest = z.strictObject({ assignee: z.nullable(agentId), from: z.nullable(agentId) });

export const PlaceTicketRequest = z.strictObject({ isOutage: z.boolean() });

export const SnoozeTicketRequest = z.strictObject({ until: z.nullable(z.iso.datetime()) });

export const ChangeFollowUpRequest = z.strictObject({ followUpAt: z.nullable(z.iso.datetime()) });

export const MergeTicketRequest = z.strictObject({
  into: z.string().check(z.regex(/^\d{7,12}$/)),
  isSamePerson: z.optional(z.boolean()),
});

export const MergedTicketRequest = z.strictObject({});

export const SeeTicketRequest = z.strictObject({ messages: count });

export const PresenceRequest = z.strictObject({ isWriting: z.boolean(), isHere: z.boolean() });

export const AddTicketsAddressRequest = z.strictObject({});

export const VouchForTicketRequest = z.strictObject({ isVouched: z.boolean() });

export const ChangeContactRequest = z.strictObject({
  email: plain(1, LIMITS.email).check(z.regex(EMAIL)),
  isLinkSent: z.boolean(),
});

/** What is stored came by other rules, or by none: it is only compared. */
const seen = z.string().check(z.maxLength(2 * LIMITS.subject + LIMITS.email));

/** What an agent decides about a ticket; null leaves a topic to its customer, and coverage to the rules. */
export const CorrectTicketRequest = z.strictObject({
  /** what the agent saw: of two who correct a ticket at once, the second one is told */
  from: z.strictObject({
    topic: z.nullable(z.enum(TOPICS)),
    covered: z.nullable(z.boolean()),
    subject: seen,
    contact: z.strictObject({ email: seen, name: z.nullable(seen), phone: z.nullable(seen) }),
  }),
  to: z.strictObject({
    topic: z.nullable(z.enum(TOPICS)),
    covered: z.nullable(z.boolean()),
    /** null for the customer's own */
    subject: z.nullable(line(3, LIMITS.subject)),
    contact: z.strictObject({
      /** null for the one that is there */
      email: z.nullable(plain(1, LIMITS.email).check(z.regex(EMAIL))),
      name: z.nullable(personName(LIMITS.name)),
      phone: z.nullable(plain(1, LIMITS.phone)),
    }),
  }),
});

export type CorrectTicketRequest = z.infer<typeof CorrectTicketRequest>;
