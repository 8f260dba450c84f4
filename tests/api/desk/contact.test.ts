import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tellOfMail } from '../../../src/deliveries/tell-of-mail.ts';
import { linkKey } from '../../../src/identity/mail-marks.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { findMailAddress, putMailAddress } from '../../../src/store/mail-addresses.ts';
import { findTicket, updateTicketUnseen } from '../../../src/store/tickets.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { MAIL } from '../../support/mail-settings.ts';
import { newKey, post, ZURAW } from '../../support/requests.ts';
import { FIRST_SETTINGS, MARK_KEY, NOW, type Service, service } from '../../support/service.ts';
import { aDelivery } from '../../support/stored-letter.ts';

const OLD = 'ana@sklep.example';
const NEW = 'Anna@sklep.example';

let api: Service;
let ola: DeskAgent;
let number: string;
beforeEach(async () => {
  api = await service({ mail: MAIL });
  await tellOfMail(api.store, { mail: MAIL, ...FIRST_SETTINGS });
  ola = await aDeskAgent(api);
  ({ number } = await aCustomer(api, { contact: { email: OLD } }));
});
afterEach(() => api.discard());

const change = async (email: string, isLinkSent = false) =>
  (await ola.tell(`/tickets/${number}/contact`, { email, isLinkSent })).status;
const contact = async () => (await ola.ticket(number)).ticket.contact;
const events = async () => (await ola.ticket(number)).audit.slice(1).map(({ action }) => action);
const bounce = (address: string) =>
  putMailAddress(api.store, { address, bounced_at: toInstantText(NOW), bounce_status: '5.1.1' });
const opens = async () => {
  const key = linkKey(MARK_KEY, number, 1);
  return (await api.app.request('/api/v1/ticket-links', post({ number, key }))).status;
};

describe('the address of a ticket’s contact', () => {
  test('is said to bounce, to want no letters, or to be nobody’s', async () => {
    expect(await contact()).toMatchObject({ email: OLD, mail: 'goes' });
    await bounce(OLD);
    expect(await contact()).toMatchObject({ mail: 'bounced' });
    await updateTicketUnseen(api.store, number, { mail_ended_at: toInstantText(NOW) });
    expect(await contact()).toMatchObject({ mail: 'ended' });
    await updateTicketUnseen(api.store, number, { mail_ended_at: null, contact_email: 'noreply@sklep.example' });
    expect(await contact()).toMatchObject({ mail: 'nobody' });
    await updateTicketUnseen(api.store, number, { contact_email: '' });
    expect(await contact()).toMatchObject({ mail: 'no-address' });
  });

  test('corrected takes letters again, ends the links that the other one got, and tells who did it', async () => {
    await bounce(OLD);
    await updateTicketUnseen(api.store, number, { mail_ended_at: toInstantText(NOW) });
    const failed = await aDelivery(api.store, number, { recipient: OLD, reason: 'bounced' });
    expect(await opens()).toBe(201);
    expect(await change(NEW)).toBe(204);
    expect(await contact()).toMatchObject({ email: NEW, mail: 'goes' });
    expect(await opens()).toBe(404);
    expect(await events()).toEqual(['ticket.contact-changed', 'ticket.links-revoked']);
    expect((await ola.ticket(number)).letters.find(({ id }) => id === failed)?.canResend).toBe(true);
    expect((await ola.tell(`/deliveries/${failed}/resend`, {})).status).toBe(204);
    expect((await ola.ticket(number)).letters.find(({ id }) => id === failed)).toMatchObject({
      state: 'due',
      recipient: NEW.toLowerCase(),
    });
  });

  test('written as it is changes nothing, unless letters had ended there', async () => {
    expect(await change(OLD.toUpperCase())).toBe(204);
    expect([await events(), await opens()]).toEqual([[], 201]);
    await bounce(OLD);
    expect(await change(OLD)).toBe(204);
    expect((await findMailAddress(api.store, OLD))?.bounced_at).toBeNull();
    expect([await contact(), await events(), await opens()]).toMatchObject([
      { mail: 'goes' },
      ['ticket.contact-changed'],
      201,
    ]);
  });

  test('gets the link at once where an agent wants it so', async () => {
    expect(await change(NEW, true)).toBe(204);
    expect((await ola.ticket(number)).letters.at(-1)).toMatchObject({ kind: 'link', state: 'due' });
    expect((await events()).at(-1)).toBe('ticket.link-asked');
  });

  test.each(['', 'anna', 'a b@c.pl', `${'a'.repeat(250)}@b.pl`])('is no %j', async (email) => {
    expect(await change(email)).toBe(422);
    expect((await findTicket(api.store, number))?.contact_email).toBe(OLD);
  });

  test('may be missing of a call; a code opens the ticket until one is typed, and goes on then', async () => {
    const { id } = await api.store
      .selectFrom('shops')
      .select('id')
      .where('support_number', '=', ZURAW.supportNumber)
      .executeTakeFirstOrThrow();
    const call = {
      shop: id,
      topic: 'outage',
      subject: 'Biała strona',
      description: 'Od rana.',
      contact: { email: '' },
      outage: { facts: [] },
    };
    const opened = await ola.tell('/tickets', call, { 'Idempotency-Key': newKey() });
    expect(opened.status).toBe(201);
    ({ number } = (await opened.json()) as { number: string });
    expect([await contact(), (await ola.ticket(number)).letters]).toMatchObject([
      { email: '', mail: 'no-address' },
      [],
    ]);
    const { code } = (await (await ola.tell(`/tickets/${number}/code`, {})).json()) as { code: string };
    expect(await change(NEW)).toBe(204);
    const asked = await api.app.request('/api/v1/ticket-links', post({ number, code }));
    expect(asked.status).toBe(201);
  });
});
