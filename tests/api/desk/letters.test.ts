import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toInstantText } from '../../../src/store/instants.ts';
import { putMailAddress } from '../../../src/store/mail-addresses.ts';
import { messageAt } from '../../../src/store/messages.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { NOW, type Service, service } from '../../support/service.ts';
import { aDelivery } from '../../support/stored-letter.ts';

let api: Service;
let ola: DeskAgent;
let customer: Customer;
let contact: string;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  customer = await aCustomer(api);
  contact = (await ola.ticket(customer.number)).ticket.contact.email;
});
afterEach(() => api.discard());

const aLetter = (otherwise = {}) => aDelivery(api.store, customer.number, { recipient: contact, ...otherwise });
const letters = async () => (await ola.ticket(customer.number)).letters;
async function resend(delivery: number) {
  const response = await ola.tell(`/deliveries/${delivery}/resend`, {});
  const text = await response.text();
  return { status: response.status, ...(text && JSON.parse(text)) } as { status: number; mail?: string };
}

describe('the letters of a ticket', () => {
  test('stand at the message that they bring, and the receipt at the first one, with their state', async () => {
    expect(await letters()).toEqual([]);
    await ola.answer(customer.number, 'Już działa.');
    const reply = await messageAt(api.store, customer.number, 2);
    await aLetter({ state: 'sent', reason: null, sent_at: toInstantText(NOW.add({ minutes: 2 })) });
    await aLetter({ kind: 'reply', thread_message: reply?.id ?? 0, server_reply: '550 5.1.1 no such user' });
    const first = await messageAt(api.store, customer.number, 1);
    expect(await letters()).toEqual([
      {
        id: expect.any(Number),
        message: first?.id,
        kind: 'receipt',
        recipient: contact,
        state: 'sent',
        reason: null,
        serverReply: null,
        at: '2026-11-22T09:02:00Z',
        canResend: false,
      },
      {
        id: expect.any(Number),
        message: reply?.id,
        kind: 'reply',
        recipient: contact,
        state: 'failed',
        reason: 'EENVELOPE RCPT TO 450',
        serverReply: '550 5.1.1 no such user',
        at: '2026-11-22T09:00:00Z',
        canResend: true,
      },
    ]);
  });

  test('follow their ticket into the one that it is merged into', async () => {
    const other = await aCustomer(api);
    await aLetter();
    await ola.tell(`/tickets/${customer.number}/merge`, { into: other.number });
    const { messages, letters: merged } = await ola.ticket(other.number);
    const own = messages.find(({ mergedFrom }) => mergedFrom === customer.number);
    expect(merged).toMatchObject([{ message: own?.id, kind: 'receipt' }]);
  });

  test('and where a message came from are never the customer’s to read', async () => {
    await aLetter();
    const text = await (await customer.ask()).text();
    for (const word of [
      'letters',
      'via',
      'from_address',
      'fromAddress',
      'proof',
      'copiedTo',
      'copies',
      'quoted',
      'mayConcern',
    ])
      expect(text).not.toContain(`"${word}"`);
  });
});

describe('a letter sent once more', () => {
  test.each([
    ['failed', 'EENVELOPE RCPT TO 450'],
    ['stopped', 'read-in-panel'],
    ['stopped', 'day-limit'],
  ] as const)('%s for %s, is due again, once, and the ticket tells who did it', async (state, reason) => {
    const delivery = await aLetter({ kind: 'reply', state, reason });
    for (let press = 0; press < 2; press++) expect(await resend(delivery)).toEqual({ status: 204 });
    const { audit, letters: now } = await ola.ticket(customer.number);
    expect(now).toMatchObject([{ state: 'due', reason: null, serverReply: null, canResend: false }]);
    expect(audit.filter(({ action }) => action === 'ticket.mail-resent')).toMatchObject([
      { actor: ola.id, details: { delivery, kind: 'reply' } },
    ]);
  });

  test('goes to the address that the ticket has now, if the one before does not exist', async () => {
    const delivery = await aLetter({ reason: 'bounced' });
    await putMailAddress(api.store, { address: contact, bounced_at: toInstantText(NOW), bounce_status: '5.1.1' });
    expect(await letters()).toMatchObject([{ canResend: false }]);
    expect(await resend(delivery)).toMatchObject({ status: 409, mail: 'bounced' });
    await api.store.updateTable('tickets').set({ contact_email: 'Nowa@Sklep.example' }).execute();
    expect(await letters()).toMatchObject([{ canResend: true }]);
    expect(await resend(delivery)).toEqual({ status: 204 });
    expect(await letters()).toMatchObject([{ recipient: 'nowa@sklep.example', state: 'due' }]);
  });

  test('does not go to whom ended the mail of the ticket, nor a second time once it was sent', async () => {
    const delivery = await aLetter({ state: 'sent', reason: null });
    expect(await resend(delivery)).toMatchObject({ status: 409, code: 'conflict' });
    const stopped = await aLetter({ state: 'stopped', reason: 'unsubscribed' });
    await api.store
      .updateTable('tickets')
      .set({ mail_ended_at: toInstantText(NOW) })
      .execute();
    expect(await resend(stopped)).toMatchObject({ status: 409, mail: 'unsubscribed' });
    expect((await letters()).map(({ canResend }) => canResend)).toEqual([false, false]);
  });

  test('waits an hour where twenty went to the address within one', async () => {
    for (let letter = 0; letter < 20; letter++) await aLetter({ state: 'sent', reason: null });
    const delivery = await aLetter({ kind: 'reply' });
    expect(await resend(delivery)).toEqual({ status: 204 });
    const row = api.store.selectFrom('deliveries').select('due_at').where('id', '=', delivery);
    expect((await row.executeTakeFirstOrThrow()).due_at).toBe(toInstantText(NOW.add({ hours: 1 })));
  });

  test('is one of a ticket', async () => {
    expect(await resend(999_999)).toMatchObject({ status: 404 });
  });
});

describe('the subject of a ticket from a letter', () => {
  const concerns = async (subject: string, channel: 'email' | 'panel' = 'email') => {
    await api.store.updateTable('tickets').set({ subject, channel }).where('number', '=', customer.number).execute();
    return (await ola.ticket(customer.number)).ticket.mayConcern;
  };

  test('may name another ticket of the shop, with which an agent may merge it', async () => {
    const other = await aCustomer(api);
    expect(await concerns(`[${other.number}] Darmowa dostawa`)).toBe(other.number);
    expect(await concerns(`[${other.number}] Darmowa dostawa`, 'panel')).toBe(null);
    expect(await concerns(`Faktura ${other.number}`)).toBe(null);
    expect(await concerns(`[${customer.number}] Darmowa dostawa`)).toBe(null);
    expect(await concerns('[1234567] Darmowa dostawa')).toBe(null);
  });
});
