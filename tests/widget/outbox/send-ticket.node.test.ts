import { describe, expect, test } from 'vitest';
import type { Result } from '../../../browser/deliver.ts';
import type { Draft } from '../../../widget/outbox/draft.ts';
import { sendTicket } from '../../../widget/outbox/send-ticket.ts';
import { type TicketEntry, toDraft, toTicketEntry } from '../../../widget/outbox/ticket-entry.ts';
import type { TicketClient } from '../../../widget/service/ticket-client.ts';
import { aDraft, aReceipt, NOW, ZURAW } from '../../support/widget-nouns.ts';

/** A service that has, or has not, got the text that a ticket went with at first. */
function aService(arrived: string | null, added: Result<unknown> = { outcome: 'ok' as const, value: null }) {
  const bodies: string[] = [];
  const messages: { number: string; token: string; key: string; text: string }[] = [];
  const client: TicketClient = {
    readShopStatus: async () => null,
    openTicket: async ({ body }) => {
      bodies.push(body);
      const isOther = arrived !== null && arrived !== body;
      return isOther
        ? { outcome: 'refused', code: 'idempotency-key-reused' }
        : { outcome: 'ok' as const, value: aReceipt() };
    },
    addMessage: async (number, token, message) => {
      messages.push({ number, token, ...message });
      return added;
    },
  };
  return { client, bodies, messages };
}

function changed(first: TicketEntry, change: Partial<Draft>): TicketEntry {
  return toTicketEntry({ ...toDraft(first), ...change }, ZURAW, '/panel/', NOW);
}

const first = toTicketEntry(aDraft({ description: 'Pierwsza wersja' }), ZURAW, '/panel/', NOW);

describe('a text that was changed after it had been sent', () => {
  const second = changed(first, { description: 'Druga wersja' });

  test('goes under the same key, with the same token', () => {
    expect([second.key, second.token]).toEqual([first.key, first.token]);
    expect(second.earlier).toEqual([first.body]);
  });

  test('is the ticket, if the first never arrived', async () => {
    const { client, bodies, messages } = aService(null);
    expect(await sendTicket(second, client)).toEqual({ outcome: 'ok', value: aReceipt() });
    expect([bodies, messages]).toEqual([[second.body], []]);
  });

  test('is a message in the thread, if the first had arrived', async () => {
    const { client, messages } = aService(first.body);
    expect(await sendTicket(second, client)).toEqual({ outcome: 'ok', value: aReceipt() });
    expect(messages).toEqual([
      { number: '1000015', token: first.token, key: `${first.key}.1.0`, text: 'Druga wersja' },
    ]);
  });

  test('brings what else was changed', async () => {
    const { client, messages } = aService(first.body);
    await sendTicket(changed(first, { subject: 'Inny temat', email: 'inny@a.pl', description: 'Opis' }), client);
    expect(messages.map(({ text }) => text)).toEqual(['Inny temat\n\ninny@a.pl\n\nOpis']);
  });

  test('is two messages when one cannot hold it: nothing is cut', async () => {
    const { client, messages } = aService(first.body);
    const description = 'a'.repeat(20_000);
    await sendTicket(changed(first, { subject: 'Inny temat', description }), client);
    expect(messages.map(({ text }) => text)).toEqual(['Inny temat', description]);
    expect(new Set(messages.map(({ key }) => key)).size).toBe(2);
  });

  test('finds the one that arrived, however often it was changed', async () => {
    const third = changed(second, { description: 'Trzecia wersja' });
    const { client, messages } = aService(second.body);
    expect(await sendTicket(third, client)).toMatchObject({ outcome: 'ok' });
    expect(messages).toMatchObject([{ text: 'Trzecia wersja', key: `${first.key}.2.0` }]);
  });

  test.each<Result<unknown>>([
    { outcome: 'unanswered', retryAfter: 7 },
    { outcome: 'refused', code: 'not-found' },
  ])('has not arrived before its message has: $outcome', async (added) => {
    expect(await sendTicket(second, aService(first.body, added).client)).toBe(added);
  });

  test('changed back is what it was', () => {
    expect(changed(second, { description: 'Pierwsza wersja' })).toMatchObject({
      body: first.body,
      earlier: [second.body],
    });
  });
});

test('a key that came with another text, of which nothing is known here, is refused', async () => {
  expect(await sendTicket(first, aService('{}').client)).toEqual({
    outcome: 'refused',
    code: 'idempotency-key-reused',
  });
});
