import { describe, expect } from 'vitest';
import type { CorrectTicketRequest } from '../../../src/contract/desk/change-ticket-requests.ts';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { updateTicketUnseen } from '../../../src/store/tickets.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { test } from '../../support/fixtures.ts';

/** What an agent sees of a ticket, as the request names it. */
function seenOf({ ticket: { decided, subject, contact } }: DeskTicket): CorrectTicketRequest['from'] {
  const { email, name, phone } = contact;
  return { topic: decided.topic, covered: decided.covered, subject, contact: { email, name, phone } };
}

async function correct(
  agent: DeskAgent,
  number: string,
  to: Partial<CorrectTicketRequest['to']>,
  from?: CorrectTicketRequest['from'],
): Promise<number> {
  const seen = from ?? seenOf(await agent.ticket(number));
  const { topic, covered, contact } = seen;
  const rest = { topic, covered, subject: null, contact: { ...contact, email: null } };
  return (await agent.tell(`/tickets/${number}/correction`, { from: seen, to: { ...rest, ...to } })).status;
}

describe('what a ticket is about is decided by agents', () => {
  test('a topic outside support: marked, told to the customer with its rule, and audited', async ({ api }) => {
    const anna = await aCustomer(api);
    const ola = await aDeskAgent(api);
    expect((await anna.read()).corrected).toBeNull();
    const tag = (await anna.ask()).headers.get('ETag') ?? '';
    expect(await correct(ola, anna.number, { topic: 'N8', subject: 'Import pliku CSV' })).toBe(204);
    const { ticket, audit } = await ola.ticket(anna.number);
    expect(ticket).toMatchObject({
      topic: 'N8',
      covered: false,
      scopeRule: 'N8',
      subject: 'Import pliku CSV',
      sent: { topic: 'configuration', subject: 'Darmowa dostawa od 200 zł' },
    });
    expect(audit.at(-1)).toMatchObject({
      actor: ola.id,
      action: 'ticket.corrected',
      details: { from: 'configuration', to: 'N8', coveredFrom: true, coveredTo: false, subject: true, contact: false },
    });
    expect((await anna.ask('', { headers: { 'If-None-Match': tag } })).status).toBe(200);
    const read = await anna.read();
    expect(read).toMatchObject({ topic: 'N8', subject: 'Import pliku CSV' });
    expect(read.corrected?.topic).toBe('Sprawdzenie pliku CSV lub XML');
    expect(read.corrected?.note).toContain('nie obejmuje sprawdzania plików');
    // The promise was made to the customer: it stands.
    expect(read.answerBy).not.toBeNull();
  });

  test('their word on coverage stands above the rules, whatever the topic, until they take it back', async ({
    api,
  }) => {
    const anna = await aCustomer(api);
    const ola = await aDeskAgent(api);
    const covered = async () => (await ola.ticket(anna.number)).ticket.covered;
    await correct(ola, anna.number, { covered: false });
    expect(await covered()).toBe(false);
    expect((await anna.read()).corrected?.note).toContain('nie obejmuje tej sprawy');
    await correct(ola, anna.number, { topic: 'running' });
    expect(await covered()).toBe(false);
    await correct(ola, anna.number, { topic: 'N8', covered: true });
    expect(await covered()).toBe(true);
    expect((await anna.read()).corrected).toMatchObject({ note: null });
    await correct(ola, anna.number, { topic: null, covered: null });
    expect((await ola.ticket(anna.number)).ticket).toMatchObject({
      topic: 'configuration',
      covered: true,
      decided: { topic: null, covered: null },
    });
    expect((await anna.read()).corrected).toBeNull();
  });

  test('merging changes nothing of it', async ({ api }) => {
    const [anna, other] = [await aCustomer(api), await aCustomer(api)];
    const ola = await aDeskAgent(api);
    await correct(ola, anna.number, { topic: 'N8', covered: true });
    expect((await ola.tell(`/tickets/${other.number}/merge`, { into: anna.number })).status).toBe(204);
    expect((await ola.ticket(anna.number)).ticket).toMatchObject({
      topic: 'N8',
      covered: true,
      decided: { topic: 'N8', covered: true },
    });
  });

  test('a letter is about nothing in particular, and its coverage undecided, until an agent says so', async ({
    api,
  }) => {
    const anna = await aCustomer(api);
    const ola = await aDeskAgent(api);
    await updateTicketUnseen(api.store, anna.number, { channel: 'email', topic: 'other', covered: null });
    expect((await ola.ticket(anna.number)).ticket.covered).toBeNull();
    await correct(ola, anna.number, { topic: 'other' });
    expect((await ola.ticket(anna.number)).ticket.covered).toBe(true);
    await correct(ola, anna.number, { topic: null });
    expect((await ola.ticket(anna.number)).ticket.covered).toBeNull();
  });

  test('of two who correct at once the second one is told, and writes nothing over', async ({ api }) => {
    const anna = await aCustomer(api);
    const [ola, jan] = [await aDeskAgent(api), await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl')];
    const seen = seenOf(await ola.ticket(anna.number));
    expect(await correct(ola, anna.number, { topic: 'running' }, seen)).toBe(204);
    expect(await correct(jan, anna.number, { topic: 'N8' }, seen)).toBe(409);
    expect((await ola.ticket(anna.number)).ticket.topic).toBe('running');
  });

  test('a contact with another address ends the links that the first one got; the subject is found by search', async ({
    api,
  }) => {
    const anna = await aCustomer(api);
    const ola = await aDeskAgent(api);
    const to = { subject: 'Wysyłka gabarytów', contact: { email: 'nowy@sklep.example', name: 'Ewa', phone: null } };
    expect(await correct(ola, anna.number, to)).toBe(204);
    const { ticket, audit } = await ola.ticket(anna.number);
    expect(ticket.contact).toMatchObject({ email: 'nowy@sklep.example', name: 'Ewa', phone: null });
    expect(audit.map(({ action }) => action)).toContain('ticket.links-revoked');
    const found = async (words: string) =>
      ((await (await ola.ask(`/search?q=${encodeURIComponent(words)}`)).json()) as { tickets: unknown[] }).tickets
        .length;
    expect([await found('gabaryt'), await found('darmowa')]).toEqual([1, 0]);
    await correct(ola, anna.number, {});
    expect([await found('gabaryt'), await found('darmowa')]).toEqual([0, 1]);
  });

  test('reports count by the corrected topic, and tell how many were corrected', async ({ api }) => {
    const anna = await aCustomer(api);
    const ola = await aDeskAgent(api);
    await aCustomer(api);
    await correct(ola, anna.number, { topic: 'N8' });
    const { received, notCovered } = (await (await ola.ask('/reports')).json()) as Report;
    expect(received.byTopic.map(({ topic, count }) => [topic, count])).toEqual([
      ['configuration', 1],
      ['N8', 1],
    ]);
    expect(received.corrected).toEqual({ count: 1, moves: [{ from: 'configuration', to: 'N8', count: 1 }] });
    expect(notCovered.total.count).toBe(1);
  });
});
