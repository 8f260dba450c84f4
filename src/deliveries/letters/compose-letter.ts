import { OUTAGE_FACTS } from '../../contract/lists.ts';
import { bounceTag, linkKey, messageIdOf, replyTag, unsubscribeKey } from '../../identity/mail-marks.ts';
import type { MailSettings } from '../../mail-settings.ts';
import { toKnownShop } from '../../shops/recognise-shop.ts';
import { type DeliveryRow, sentIds } from '../../store/deliveries.ts';
import { findIncident, type IncidentRow } from '../../store/incidents.ts';
import { readInstant } from '../../store/instants.ts';
import { findMailAddress } from '../../store/mail-addresses.ts';
import { findMail, receivedIds } from '../../store/mails.ts';
import { findMessage } from '../../store/messages.ts';
import type { Store } from '../../store/open.ts';
import { findShopById } from '../../store/shops.ts';
import { findTicket, type TicketRow } from '../../store/tickets.ts';
import type { Letter } from '../letter.ts';
import type { LetterWords } from './letter-words.ts';
import { inHtml, inText, type Part } from './parts.ts';
import { LETTER_WORDS } from './words.ts';

/** What it takes to write letters. */
export interface ComposeDeps {
  store: Store;
  /** the key of marks in letters and links */
  markKey: Uint8Array;
  mail: MailSettings;
  /** where browsers reach this service */
  publicUrl: string;
  /** the emergency page, which letters name; null where there is none */
  emergencyUrl: string | null;
}

/** What a letter says; how it goes is the same for all. */
interface Said {
  subject: string;
  parts: Part[];
}

/**
 * Writes a letter that is owed, from what stands in the database now. To an address that never wrote to us an automatic
 * letter carries no character of whoever named it, and no link: it may be a stranger's (`mail.md`, "No cannon").
 * @returns null when there is nothing to say any more
 */
export async function composeLetter(deps: ComposeDeps, delivery: DeliveryRow): Promise<Letter | null> {
  const words = LETTER_WORDS[delivery.language];
  const ticket = delivery.ticket_number === null ? null : await findTicket(deps.store, delivery.ticket_number);
  const isKnown = Boolean((await findMailAddress(deps.store, delivery.recipient))?.wrote_at);
  const said = await say(deps, delivery, words, { ticket, isKnown });
  return said && { ...(await roadOf(deps, delivery)), ...dress(deps, delivery, words, said) };
}

interface About {
  ticket: TicketRow | null;
  isKnown: boolean;
}

async function say(
  deps: ComposeDeps,
  delivery: DeliveryRow,
  words: LetterWords,
  { ticket, isKnown }: About,
): Promise<Said | null> {
  if (delivery.kind === 'question') return { subject: words.questionSubject, parts: question(deps, words) };
  if (delivery.kind === 'advisory') return advisory(deps, delivery, words);
  if (!ticket) return null;
  switch (delivery.kind) {
    case 'receipt':
      return receipt(deps, words, ticket, isKnown);
    case 'reply':
    case 'solution':
      return reply(deps, delivery, words, ticket);
    case 'late':
      return late(deps, words, ticket, isKnown);
    case 'link':
      return {
        subject: isKnown ? subjectOf(ticket) : neutral(words, ticket),
        parts: [
          ...greeting(words, words.linkAsked(ticket.number)),
          linkTo(deps, words, ticket),
          paragraph(words.linkKept),
          paragraph(words.linkNotYou),
        ],
      };
    case 'alert':
      return alert(deps, words, ticket);
  }
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text });

function greeting({ hello }: LetterWords, first: string): Part[] {
  return [paragraph(hello), paragraph(first)];
}

function question(deps: ComposeDeps, words: LetterWords): Part[] {
  return [
    ...greeting(words, words.question),
    paragraph(words.questionWhere),
    paragraph(words.questionHow),
    paragraph(words.questionPanel),
    ...emergency(deps, words),
  ];
}

async function receipt(deps: ComposeDeps, words: LetterWords, ticket: TicketRow, isKnown: boolean): Promise<Said> {
  return {
    subject: isKnown ? subjectOf(ticket) : neutral(words, ticket),
    parts: [
      ...greeting(words, words.received(ticket.number)),
      ...(await promise(deps, words, ticket)),
      paragraph(words.replyComes),
      ...howToWriteOn(deps, words, ticket, isKnown),
      ...(isKnown ? [] : [paragraph(words.notYou)]),
      ...emergency(deps, words),
    ],
  };
}

/** The promise of a ticket, or why there is none; nothing once it is answered. */
async function promise(deps: ComposeDeps, words: LetterWords, ticket: TicketRow): Promise<Part[]> {
  const answerBy = readInstant(ticket.answer_by);
  if (answerBy) return [paragraph(words.promised(words.when(answerBy)))];
  if (ticket.channel === 'email') return [paragraph(words.noPromiseEmail)];
  const received = Temporal.Instant.from(ticket.received_at);
  const { support } = toKnownShop(await findShopById(deps.store, ticket.shop_id), received);
  if (support.state === 'expired') return [paragraph(words.noPromiseEnded(words.day(support.lastDay)))];
  return support.state === 'not-bought-directly' ? [paragraph(words.noPromiseSeller)] : [];
}

function howToWriteOn(deps: ComposeDeps, words: LetterWords, ticket: TicketRow, mayHaveLink: boolean): Part[] {
  const byMail = readsLetters(deps) ? [paragraph(words.writeOnByMail)] : [];
  if (mayHaveLink) return [...byMail, linkTo(deps, words, ticket), paragraph(words.linkKept)];
  return byMail.length > 0 ? byMail : [paragraph(words.writeOnInPanel)];
}

const readsLetters = ({ mail }: ComposeDeps) => mail.mailboxes.length > 0;

async function reply(
  deps: ComposeDeps,
  { kind, thread_message, incident_id }: DeliveryRow,
  words: LetterWords,
  ticket: TicketRow,
): Promise<Said | null> {
  const message = thread_message === null ? null : await findMessage(deps.store, thread_message);
  if (!message) return null;
  const incident = incident_id === null ? null : await findIncident(deps.store, incident_id);
  return {
    subject: subjectOf(ticket),
    parts: [
      paragraph(words.hello),
      ...(kind === 'solution' && incident ? [paragraph(words.solutionOf(incident.title))] : []),
      { kind: 'said', by: message.author ?? words.agent, text: message.text },
      ...(ticket.status === 'waiting-for-customer' ? [paragraph(words.waitsForYou)] : []),
      ...(ticket.status === 'solved' ? [paragraph(words.solved)] : []),
      ...howToWriteOn(deps, words, ticket, true),
    ],
  };
}

function late(deps: ComposeDeps, words: LetterWords, ticket: TicketRow, isKnown: boolean): Said | null {
  const answerBy = readInstant(ticket.answer_by);
  if (!answerBy) return null;
  return {
    subject: isKnown ? subjectOf(ticket) : neutral(words, ticket),
    parts: [
      ...greeting(words, words.late(ticket.number, words.when(answerBy))),
      paragraph(words.lateSorry),
      ...howToWriteOn(deps, words, ticket, isKnown),
    ],
  };
}

async function alert(deps: ComposeDeps, words: LetterWords, ticket: TicketRow): Promise<Said> {
  const { shop } = await findShopById(deps.store, ticket.shop_id);
  const ticked = JSON.parse(ticket.outage_facts) as string[];
  const facts = OUTAGE_FACTS.filter((fact) => ticked.includes(fact)).map((fact) => words.facts[fact]);
  const at = words.when(Temporal.Instant.from(ticket.received_at));
  return {
    subject: words.alertSubject(ticket.number, shop.shop_name),
    parts: [
      paragraph(words.alert(ticket.number, shop.shop_name, at)),
      { kind: 'said', by: null, text: ticket.subject },
      ...(facts.length > 0 ? [paragraph(`${words.alertFacts}: ${facts.join(', ')}.`)] : []),
      ...(ticket.contact_phone ? [paragraph(words.alertPhone(ticket.contact_phone))] : []),
      { kind: 'link', label: words.alertDesk, url: `${deps.publicUrl}/desk/#${ticket.number}` },
    ],
  };
}

async function advisory(
  deps: ComposeDeps,
  { incident_id, language, due_at }: DeliveryRow,
  words: LetterWords,
): Promise<Said | null> {
  const incident = incident_id === null ? null : await findIncident(deps.store, incident_id);
  if (!incident || isEnded(incident, Temporal.Instant.from(due_at))) return null;
  const isEnglish = language === 'en' && incident.title_en !== null && incident.text_en !== null;
  const subject = (isEnglish ? incident.title_en : null) ?? incident.title;
  const text = (isEnglish ? incident.text_en : null) ?? incident.text;
  return { subject, parts: [paragraph(words.hello), { kind: 'said', by: null, text }, paragraph(words.advisoryPanel)] };
}

/** Whether an advisory was ended before it was due: nobody is told of it any more. */
function isEnded({ until }: IncidentRow, at: Temporal.Instant): boolean {
  return until !== null && Temporal.Instant.compare(Temporal.Instant.from(until), at) <= 0;
}

/** For people only: nothing is joined by the number in a subject. */
function subjectOf({ number, subject }: TicketRow): string {
  return `[${number}] ${subject}`;
}

function neutral({ neutralSubject }: LetterWords, { number }: TicketRow): string {
  return `[${number}] ${neutralSubject}`;
}

function linkTo({ publicUrl, markKey }: ComposeDeps, { link }: LetterWords, ticket: TicketRow): Part {
  const key = linkKey(markKey, ticket.number, ticket.link_version);
  return { kind: 'link', label: link, url: `${publicUrl}/z/#${ticket.number}.${key}` };
}

function emergency({ emergencyUrl, publicUrl }: ComposeDeps, words: LetterWords): Part[] {
  return [{ kind: 'link', label: words.emergency, url: emergencyUrl ?? `${publicUrl}/awaria` }];
}

/** The subject, both texts and headers of a letter, with its last lines. */
function dress(deps: ComposeDeps, delivery: DeliveryRow, words: LetterWords, { subject, parts }: Said) {
  const unsubscribe = unsubscribeUrl(deps, delivery);
  const all: Part[] = [
    ...parts,
    ...(unsubscribe && delivery.ticket_number
      ? [
          { kind: 'small', text: words.reason } as const,
          { kind: 'link', label: words.unsubscribe(delivery.ticket_number), url: unsubscribe } as const,
        ]
      : []),
  ];
  return {
    subject,
    text: inText(all),
    html: inHtml(all, delivery.language),
    headers: {
      ...AUTO_SUBMITTED[delivery.kind],
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

const GENERATED = { 'Auto-Submitted': 'auto-generated' };

/** What RFC 3834 wants said of automatic letters; an agent's words are none. */
const AUTO_SUBMITTED: Record<DeliveryRow['kind'], Record<string, string>> = {
  receipt: GENERATED,
  reply: {},
  solution: {},
  question: { 'Auto-Submitted': 'auto-replied' },
  late: GENERATED,
  link: GENERATED,
  advisory: GENERATED,
  alert: GENERATED,
};

/** What ends the letters of this ticket with one press (RFC 8058); null for letters about no ticket, and for ours. */
function unsubscribeUrl({ publicUrl, markKey }: ComposeDeps, { kind, ticket_number, recipient }: DeliveryRow) {
  if (ticket_number === null || kind === 'alert') return null;
  return `${publicUrl}/listy/${ticket_number}/${unsubscribeKey(markKey, ticket_number, recipient)}`;
}

/** From whom to whom, and which letters it answers. */
async function roadOf(deps: ComposeDeps, delivery: DeliveryRow) {
  const { mail, markKey } = deps;
  const { address } = mail.from;
  const number = delivery.ticket_number ?? '0';
  const tagged = (tag: string) => (mail.hasPlusAddresses ? address.replace(/@(?=[^@]*$)/, `+${tag}@`) : address);
  const thread = await earlierLetters(deps, delivery);
  return {
    to: delivery.recipient,
    messageId: delivery.message_id ?? messageIdOf(markKey, { number, delivery: delivery.id }, mail.domain),
    inReplyTo: thread.at(-1) ?? null,
    references: thread,
    date: new Date(delivery.created_at),
    envelopeFrom: tagged(`odbicia-${bounceTag(markKey, delivery.id)}`),
    // What our own people answer to an alert must not join the customer's thread.
    replyTo: delivery.ticket_number === null || delivery.kind === 'alert' ? address : tagged(replyTag(markKey, number)),
  };
}

/** Ids of the letters of the same ticket with the same person before this one, the oldest first. */
async function earlierLetters({ store }: ComposeDeps, delivery: DeliveryRow): Promise<string[]> {
  const { ticket_number, mail_id, recipient, kind, created_at } = delivery;
  if (kind === 'alert' || kind === 'advisory') return [];
  if (ticket_number === null) {
    const asked = mail_id === null ? null : await findMail(store, mail_id);
    return asked?.header_id ? [asked.header_id] : [];
  }
  const ours = await sentIds(store, ticket_number, recipient);
  const theirs = await receivedIds(store, ticket_number, recipient);
  return [...ours, ...theirs]
    .filter(({ id, at }) => at <= created_at && id !== delivery.message_id)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ id }) => id)
    .slice(-20);
}
