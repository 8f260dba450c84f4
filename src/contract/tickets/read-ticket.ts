import * as z from 'zod/mini';
import type { Channel, CustomerStatus, TicketStatus, Topic, WithoutSupport } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { Corrected } from './corrected.ts';
import { Message } from './message.ts';

/** `GET /tickets/:number`: one ticket with its thread, for its token or its shop's session. Carries an `ETag`. */
export const readTicket = {
  method: 'GET',
  path: '/api/v1/tickets/:number',
  answer: z.object({
    number: z.string(),
    subject: z.string(),
    topic: openEnum<Topic>(),
    /** what an agent made of the topic; null where it is what was sent */
    corrected: z.nullable(Corrected),
    status: openEnum<TicketStatus>(),
    channel: openEnum<Channel>(),
    receivedAt: z.string(),
    /** since when the customer waits for a reply; null when none is owed */
    waitingSince: z.nullable(z.string()),
    /** by when a reply is promised; null when none is owed, or none is promised though the customer waits */
    answerBy: z.nullable(z.string()),
    /** by when we said that we write again; null when we said no such thing, or did it */
    followUpAt: z.nullable(z.string()),
    /** the support of the shop, where the customer's last word was taken without it: nothing is promised then */
    withoutSupport: z.nullable(openEnum<WithoutSupport>()),
    /** whether a reply to what the customer would write now is promised */
    promised: z.boolean(),
    /** whether its customer said that the solution helped; false also when nobody said anything */
    helped: z.boolean(),
    /** the statuses that the customer may set now */
    moves: z.array(openEnum<CustomerStatus>()),
    /** how many messages of the thread the customer has seen, on any computer */
    seenMessages: z.number(),
    messages: z.array(Message),
  }),
};

export type Ticket = z.infer<typeof readTicket.answer>;

/** `GET /attachments/:id`: a file of a thread, always as a download. For the ticket's token or its shop's session. */
export const getAttachment = { method: 'GET', path: '/api/v1/attachments/:id' };
