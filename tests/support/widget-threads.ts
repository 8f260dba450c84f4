import type { Answer } from '../../browser/http.ts';
import type { Message } from '../../src/contract/tickets/message.ts';
import type { Ticket } from '../../src/contract/tickets/read-ticket.ts';
import type { ShopIdentity } from '../../widget/identity/identity.ts';
import { refused } from './http-answers.ts';
import { aDraft } from './widget-nouns.ts';

/** A message of a thread, with what the test wants otherwise. */
export function aMessage(position: number, otherwise: Partial<Message> = {}): Message {
  return {
    id: `1000015-${position}`,
    from: position === 1 ? 'customer' : 'agent',
    author: null,
    text: `Wiadomość ${position}`,
    at: '2026-11-22T09:00:00Z',
    attachments: [],
    ...otherwise,
  };
}

/** A ticket with its thread, with what the test wants otherwise. */
export function aThread(otherwise: Partial<Ticket> = {}): Ticket {
  return {
    number: '1000015',
    subject: aDraft().subject,
    topic: 'configuration',
    corrected: null,
    status: 'new',
    channel: 'panel',
    receivedAt: '2026-11-22T09:00:00Z',
    waitingSince: '2026-11-22T09:00:00Z',
    answerBy: '2026-11-25T09:00:00Z',
    followUpAt: null,
    withoutSupport: null,
    promised: true,
    helped: false,
    moves: ['solved'],
    seenMessages: 1,
    messages: [aMessage(1)],
    ...otherwise,
  };
}

/** The service says so. */
export function ok<T>(value: T, etag = '"1"'): Answer<T> {
  return { outcome: 'ok', value, status: 200, etag };
}

export const NOT_FOUND = refused('not-found');
export const NO_ANSWER = { outcome: 'unanswered', retryAfter: 0 } as const;

/** An identity that opens these sessions, one after another, and then none. */
export function sessionsOf(...sessions: string[]): ShopIdentity {
  return {
    session: async () => sessions[0] ?? null,
    end: (ended) => {
      if (sessions[0] === ended) sessions.shift();
    },
    state: () => (sessions.length > 0 ? 'signed' : 'unsigned'),
  };
}
