import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { DeskMessage, DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { TOPICS } from '../../src/contract/lists.ts';
import { NO_TERMS } from './pages/a-shop.ts';

/** A line of the queue, with what the test wants otherwise. */
export function aRow(number: string, otherwise: Partial<QueueRow> = {}): QueueRow {
  return {
    number,
    subject: 'Darmowa dostawa od 200 zł',
    shop: { id: 1, name: 'Księgarnia Żuraw' },
    channel: 'panel',
    proof: 'panel',
    fromOtherShop: false,
    topic: 'configuration',
    covered: true,
    withoutSupport: null,
    status: 'new',
    receivedAt: '2026-11-22T09:00:00.000Z',
    waitingSince: '2026-11-22T09:00:00.000Z',
    answerBy: '2026-11-25T09:00:00.000Z',
    isOutage: false,
    facts: [],
    hasFiles: false,
    tags: [],
    changedAt: '2026-11-22T09:00:00.000Z',
    assignee: null,
    snoozedUntil: null,
    followUpAt: null,
    isThanks: false,
    unseen: 0,
    unseenByTeam: 0,
    messageCount: 1,
    folded: null,
    ...otherwise,
  };
}

/** A message of the customer at its place in the thread. */
export function aMessage(position: number, otherwise: Partial<DeskMessage> = {}): DeskMessage {
  return {
    id: position,
    kind: 'customer',
    author: null,
    text: `Wiadomość ${position}`,
    at: '2026-11-22T09:00:00.000Z',
    position,
    mergedFrom: null,
    attachments: [],
    via: null,
    from: null,
    copiedTo: [],
    quoted: null,
    ...otherwise,
  };
}

/** A whole ticket with so many messages of the customer. */
export function aDeskTicket(messageCount = 1, messages: DeskMessage[] = []): DeskTicket {
  return {
    ticket: {
      ...aRow('1000015'),
      proof: 'panel',
      isVouched: false,
      sentFrom: null,
      version: 1,
      mayConcern: null,
      moves: ['in-progress', 'solved', 'closed'],
      scopeRule: null,
      decided: { topic: null, covered: null, subject: null },
      sent: { topic: 'configuration', subject: 'Darmowa dostawa od 200 zł' },
      ruling: Object.fromEntries(TOPICS.map((topic) => [topic, !topic.startsWith('N')])),
      outageFacts: [],
      contact: { email: 'biuro@sklep.pl', name: null, phone: null, mail: 'goes' },
      copies: [],
      diagnostics: null,
      customerSeen: 1,
      messageCount,
      incident: null,
    },
    merged: [],
    letters: [],
    messages: [...Array.from({ length: messageCount }, (_, index) => aMessage(index + 1)), ...messages],
    shop: {
      id: 1,
      name: 'Księgarnia Żuraw',
      supportNumber: '7KcWt9Ru',
      installUrl: 'https://www.ksiegarnia-zuraw.pl',
      edition: 'PREMIUM',
      contactEmail: 'biuro@sklep.pl',
      support: { state: 'active', lastDay: '2027-03-13', daysLeft: 112 },
      licence: 'valid',
      terms: NO_TERMS,
      version: null,
      onlyTopics: null,
      soldBy: null,
      blockedUntil: null,
      earlier: [],
    },
    audit: [],
    present: [],
  };
}
