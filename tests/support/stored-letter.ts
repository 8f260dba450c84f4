import type { MailFate } from '../../src/contract/lists.ts';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { insertDelivery } from '../../src/store/deliveries.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { insertMail } from '../../src/store/mails.ts';
import type { Store } from '../../src/store/open.ts';
import type { DeliveriesTable, MailsTable } from '../../src/store/tables/mail.ts';
import { MAIL } from './mail-settings.ts';
import { FIRST_SETTINGS, NOW } from './service.ts';

/** What a letter says, where a test says nothing else. */
export const WORDS = 'Gdzie ustawić próg darmowej dostawy?';

/** A letter as it comes from a mail server. */
export function rawLetter({ subject = 'Darmowa dostawa', text = WORDS, fields = [] as string[] } = {}): Uint8Array {
  const head = [
    'From: Anna Zuraw <anna@poczta.example>',
    'To: pomoc@shopgold.pl',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Date: Sun, 22 Nov 2026 09:00:00 +0100',
    `Message-ID: <${crypto.randomUUID()}@poczta.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...fields,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
}

/** Stores a letter as the mailbox leaves it. @returns its id */
export async function aStoredLetter(
  store: Store,
  { fate = 'waits' as MailFate, raw = rawLetter() as Uint8Array | null, ...otherwise }: Partial<MailsTable> = {},
): Promise<number> {
  const row = {
    content_key: crypto.randomUUID(),
    mailbox: 'pomoc',
    uid_validity: '1',
    uid: 1,
    stored_at: toInstantText(NOW),
    bytes: raw?.length ?? 10,
    raw,
    fate,
    reason: fate === 'waits' ? 'no-shop' : null,
    ticket_number: null,
    shop_id: null,
    header_id: null,
    from_address: 'anna@poczta.example',
    from_name: 'Anna Żuraw',
    subject: 'Darmowa dostawa',
    language: 'pl' as const,
    asked_at: null,
    handled_by: null,
    handled_at: null,
  };
  const { id: _, is_aligned: __, ...given } = otherwise as Partial<MailsTable>;
  return (await insertMail(store, { ...row, ...(given as object) })) ?? 0;
}

/** Stores a letter of ours about a ticket, where mail is on. @returns its id */
export async function aDelivery(
  store: Store,
  ticketNumber: string,
  otherwise: Partial<Omit<DeliveriesTable, 'id' | 'tries'>> = {},
): Promise<number> {
  await tellOfMail(store, { mail: MAIL, ...FIRST_SETTINGS });
  const event_id = 1_000_000 + Math.floor(Math.random() * 1_000_000);
  const { message_id, server_id, server_reply, sent_at, lease_until, ...given } = otherwise;
  await insertDelivery(store, {
    event_id,
    kind: 'receipt',
    recipient: 'biuro@ksiegarnia-zuraw.pl',
    counted_as: given.recipient ?? 'biuro@ksiegarnia-zuraw.pl',
    ticket_number: ticketNumber,
    shop_id: null,
    mail_id: null,
    thread_message: null,
    incident_id: null,
    language: 'pl',
    created_at: toInstantText(NOW),
    state: 'failed',
    reason: 'EENVELOPE RCPT TO 450',
    due_at: toInstantText(NOW),
    ...given,
  });
  const { id } = await store
    .selectFrom('deliveries')
    .select('id')
    .where('event_id', '=', given.event_id ?? event_id)
    .executeTakeFirstOrThrow();
  const later = { message_id, server_id, server_reply, sent_at, lease_until };
  const set = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length > 0) await store.updateTable('deliveries').set(set).where('id', '=', id).execute();
  return id;
}
