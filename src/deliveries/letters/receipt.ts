import { openingInWords } from '../../policy/opening-hours.ts';
import { mayUpdate, whereUpdatesAre } from '../../policy/updates.ts';
import { toKnownShop } from '../../shops/recognise-shop.ts';
import { readInstant } from '../../store/instants.ts';
import { findShopById } from '../../store/shops.ts';
import { readVendorSettings, type VendorSettings } from '../../vendor-settings/vendor-settings.ts';
import type { ComposeDeps, Said, TicketLetter } from './letter-deps.ts';
import { type Part, paragraph } from './parts.ts';
import { emergency, greeting, howToWriteOn, subjectFor } from './ticket-parts.ts';

/** A ticket is with us: its number, its promise or why it has none, and how to go on. */
export async function receipt(deps: ComposeDeps, letter: TicketLetter): Promise<Said> {
  const { words, ticket, isKnown } = letter;
  const settings = await readVendorSettings(deps.store, deps.firstSettings);
  return {
    subject: subjectFor(letter, words.receiptSubject),
    parts: [
      ...greeting(words, words.received(ticket.number)),
      ...outage(letter, settings),
      ...(await promise(deps, letter, settings)),
      ...(await updates(deps, letter, settings)),
      paragraph(ticket.channel === 'panel' ? words.replyInPanelToo : words.replyComes),
      ...howToWriteOn(deps, letter),
      ...(isKnown ? [] : [paragraph(words.notYou)]),
      emergency(deps, words),
    ],
  };
}

/** An outage goes before everything else, and may be told by telephone (R10). */
function outage({ ticket, words }: TicketLetter, { contacts: { phone }, openingHours }: VendorSettings): Part[] {
  if (ticket.outage_facts === '[]') return [];
  const hours = openingInWords(openingHours, words.language);
  return [paragraph(phone === null ? words.outageFirst : `${words.outageFirst} ${words.outageCall(phone, hours)}`)];
}

/** Where updates are (C3), to who asks about them and has access. */
async function updates(
  { store }: ComposeDeps,
  { words, ticket }: TicketLetter,
  { updates: url }: VendorSettings,
): Promise<Part[]> {
  if (ticket.topic !== 'updates' || url === null) return [];
  const received = Temporal.Instant.from(ticket.received_at);
  const { support, terms } = toKnownShop(await findShopById(store, ticket.shop_id), received);
  if (!mayUpdate(support, terms)) return [];
  return [paragraph(whereUpdatesAre(words.language)), { kind: 'link', label: words.updates, url }];
}

/** The promise of a ticket, or why there is none; nothing once it is answered. */
async function promise(
  { store }: ComposeDeps,
  { words, ticket }: TicketLetter,
  { contacts: { renewal } }: VendorSettings,
): Promise<Part[]> {
  const answerBy = readInstant(ticket.answer_by);
  if (answerBy) return [paragraph(words.promised(words.when(answerBy)))];
  if (ticket.waiting_since === null) return [];
  const received = Temporal.Instant.from(ticket.received_at);
  const { shop, support } = toKnownShop(await findShopById(store, ticket.shop_id), received);
  if (support.state === 'not-bought-directly') return [paragraph(words.noPromiseSeller(shop.seller))];
  if (support.state !== 'expired') return [paragraph(words.noPromiseEmail)];
  if (support.lastDay === null) return [paragraph(words.noPromiseBefore(words.day(support.firstDay)))];
  const renewing: Part[] = renewal ? [{ kind: 'link', label: words.renewal, url: renewal }] : [];
  return [paragraph(words.noPromiseEnded(words.day(support.lastDay))), ...renewing];
}
