import type { Language, MailKind } from '../contract/lists.ts';
import { countedAs } from '../policy/counted-as.ts';
import { opening, parseOpeningHours } from '../policy/opening-hours.ts';
import { type MailedEvent, type OwedLetter, owedLetters } from '../policy/owed-mail.ts';
import { isWithin } from '../policy/version.ts';
import { insertDelivery, type NewDelivery } from '../store/deliveries.ts';
import { findIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import { mailService } from '../store/mail-service.ts';
import { findMail } from '../store/mails.ts';
import { mergedInto } from '../store/merge.ts';
import { messageAt } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { storedSettings } from '../store/settings.ts';
import { listShops } from '../store/shops.ts';
import type { MailServiceTable } from '../store/tables/mail.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';
import type { DomainEvent } from './domain-event.ts';
import { mailVerdict, turnOf } from './mail-verdict.ts';

/** A letter to one address, before anybody asked whether it may go. */
interface Letter {
  kind: MailKind;
  recipient: string;
  language: Language;
  /** what it is about */
  about: Partial<Pick<NewDelivery, 'ticket_number' | 'shop_id' | 'mail_id' | 'thread_message' | 'incident_id'>>;
  afterSeconds: number;
  /** whether its recipient ended the mail of the ticket */
  isEnded?: boolean;
}

const ABOUT_NOTHING = { ticket_number: null, shop_id: null, mail_id: null, thread_message: null, incident_id: null };

/**
 * Writes the letters that an event owes, in its own transaction: exactly one for each event, recipient and kind. Where
 * mail is not set up nothing is owed, so that nothing waits. A letter that may not go is written too, with its reason:
 * agents see why nothing came.
 */
export async function oweLetters(transaction: Store, eventId: number, event: DomainEvent): Promise<void> {
  if (!isMailed(event)) return;
  const service = await mailService(transaction);
  if (service?.is_on !== 1) return;
  const now = Temporal.Instant.from(event.at);
  const isAnswer = answersLetter(event);
  for (const { afterSeconds, about, isEnded, ...letter } of await lettersOf(transaction, service, event, now)) {
    const verdict = isEnded ? 'unsubscribed' : await mailVerdict(transaction, service, { ...letter, isAnswer }, now);
    const turn = verdict === 'later' ? await turnOf(transaction, letter.recipient, now) : null;
    const isGoing = verdict === 'now' || verdict === 'later';
    await insertDelivery(transaction, {
      ...ABOUT_NOTHING,
      ...about,
      ...letter,
      event_id: eventId,
      counted_as: countedAs(letter.recipient),
      created_at: event.at,
      state: isGoing ? 'due' : 'stopped',
      reason: isGoing ? null : verdict,
      due_at: turn ?? toInstantText(now.add({ seconds: afterSeconds })),
    });
  }
}

const OF_TICKETS = ['ticket.opened', 'ticket.answered', 'ticket.late-warned', 'ticket.link-asked'] as const;
const MAILED = [...OF_TICKETS, 'mail.asked', 'notice.added'] as const;
type OfTicket = Extract<DomainEvent, { action: (typeof OF_TICKETS)[number] }>;
type Mailed = Extract<DomainEvent, { action: (typeof MAILED)[number] }>;

/** Whether what is owed to the sender answers a letter without anybody of ours. */
function answersLetter(event: Mailed): boolean {
  return event.action === 'mail.asked' || (event.action === 'ticket.opened' && event.details.channel === 'email');
}

function isMailed(event: DomainEvent): event is Mailed {
  return MAILED.some((action) => action === event.action);
}

async function lettersOf(
  transaction: Store,
  service: MailServiceTable,
  event: Mailed,
  now: Temporal.Instant,
): Promise<Letter[]> {
  if (event.action === 'notice.added') return advisories(transaction, event, now);
  if (event.action === 'mail.asked') {
    const mail = await findMail(transaction, event.details.mail);
    if (!mail?.from_address) return [];
    const { id, from_address: recipient, language } = mail;
    return [{ kind: 'question', recipient, language, about: { mail_id: id }, afterSeconds: 0 }];
  }
  const ticket = await findTicket(transaction, event.ticketNumber);
  if (!ticket) return [];
  const owed = owedLetters(await factsOf(transaction, service, event, now));
  const about = await aboutOf(transaction, event);
  const letters: Letter[] = [];
  for (const letter of owed) letters.push(...(await addressed(transaction, service, ticket, letter)));
  if (event.action === 'ticket.answered') letters.push(...(await copies(transaction, ticket, event.details.position)));
  return letters.map((letter) => ({ ...letter, about: { ...letter.about, ...about } }));
}

/** An advisory to the registered contact of each shop whose version it is about (A2), once it is public. */
async function advisories(
  transaction: Store,
  { incidentId, details }: Extract<DomainEvent, { action: 'notice.added' }>,
  now: Temporal.Instant,
): Promise<Letter[]> {
  const incident = details.kind === 'advisory' ? await findIncident(transaction, incidentId) : null;
  if (!incident) return [];
  const range = { from: incident.from_version, to: incident.to_version };
  const afterSeconds = Math.max(0, now.until(Temporal.Instant.from(incident.since)).total('seconds'));
  const shops = (await listShops(transaction)).filter(({ shop }) => isWithin(shop.shop_version, range));
  const about = { incident_id: incidentId };
  // Some have several shops and one address: they get one letter.
  const contacts = new Map(shops.map(({ shop }) => [shop.contact_email.toLowerCase(), shop.id]));
  return [...contacts]
    .filter(([recipient]) => recipient !== '')
    .map(([recipient, shop_id]) => ({
      kind: 'advisory',
      recipient,
      language: 'pl',
      about: { ...about, shop_id },
      afterSeconds,
    }));
}

/** A copy of a reply to each address that its agent wanted one for. */
async function copies(transaction: Store, { number, language }: TicketRow, position: number): Promise<Letter[]> {
  const message = await messageAt(transaction, number, position);
  const copiedTo = message?.copied_to ? (JSON.parse(message.copied_to) as string[]) : [];
  const about = { ticket_number: number };
  return copiedTo.map((recipient) => ({ kind: 'copy', recipient, language, about, afterSeconds: 0 }));
}

/** The message that a letter brings, and the incident that it is about. */
async function aboutOf(transaction: Store, event: OfTicket): Promise<Letter['about']> {
  if (event.action !== 'ticket.answered') return {};
  const message = await messageAt(transaction, event.ticketNumber, event.details.position);
  return { thread_message: message?.id ?? null, incident_id: event.details.notice ?? null };
}

async function factsOf(
  transaction: Store,
  service: MailServiceTable,
  event: OfTicket,
  now: Temporal.Instant,
): Promise<MailedEvent> {
  const { action } = event;
  if (action === 'ticket.opened') {
    const { channel, outage: isOutage } = event.details;
    return { action, channel, isOutage, isOpenNow: isOutage && (await isOpenNow(transaction, service, now)) };
  }
  if (action === 'ticket.answered')
    return { action, isSolution: event.details.notice !== undefined, hasFiles: (event.details.files ?? 0) > 0 };
  return { action };
}

async function isOpenNow(transaction: Store, service: MailServiceTable, now: Temporal.Instant): Promise<boolean> {
  const changed = (await storedSettings(transaction)).find(({ name }) => name === 'opening-hours');
  return opening(parseOpeningHours(changed?.value ?? service.opening_hours) ?? [], now).openNow;
}

/** The letter to each contact of the ticket: of those merged into it, each with its own number. */
async function addressed(
  transaction: Store,
  service: MailServiceTable,
  ticket: TicketRow,
  { kind, to, afterSeconds }: OwedLetter,
): Promise<Letter[]> {
  if (to === 'alert') {
    if (!service.alert_email) return [];
    const about = { ticket_number: ticket.number };
    return [{ kind, recipient: service.alert_email, language: 'pl', about, afterSeconds }];
  }
  const toAll = kind === 'reply' || kind === 'solution';
  const merged = toAll ? await mergedInto(transaction, ticket.number) : [];
  const letters = [ticket, ...merged]
    .filter(({ contact_email }) => contact_email !== '')
    .map(({ number, contact_email, language, mail_ended_at }) => ({
      kind,
      recipient: contact_email.toLowerCase(),
      language,
      about: { ticket_number: number },
      afterSeconds,
      isEnded: mail_ended_at !== null,
    }))
    // Whoever ended the mail of one of them only is written to about the other; the ticket itself goes before those merged.
    .toSorted((one, other) => Number(one.isEnded) - Number(other.isEnded));
  return [...new Map(letters.toReversed().map((letter) => [letter.recipient, letter])).values()];
}
