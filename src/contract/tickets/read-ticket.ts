import * as z from 'zod/mini';
import type { Channel, TicketStatus, Topic } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { Message } from './message.ts';

/** `GET /tickets/:number`: one ticket with its thread, for its token or its shop's session. Carries an `ETag`. */
export const readTicket = {
  method: 'GET',
  path: '/api/v1/tickets/:number',
  answer: z.object({
    number: z.string(),
    subject: z.string(),
    topic: openEnum<Topic>(),
    status: openEnum<TicketStatus>(),
    channel: openEnum<Channel>(),
    receivedAt: z.string(),
    answerBy: z.nullable(z.string()),
    /** how many messages of the thread the customer has seen, on any computer */
    seenMessages: z.number(),
    messages: z.array(Message),
  }),
};

export type Ticket = z.infer<typeof readTicket.answer>;
