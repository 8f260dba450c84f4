import type { Channel, FileHindrance, OutageFact, TicketStatus } from '../contract/lists.ts';
import { WARSAW } from '../contract/warsaw.ts';

/** Channels in the operator's words. */
export const CHANNEL_WORDS: Record<Channel, string> = {
  panel: 'panel',
  form: 'formularz',
  phone: 'telefon',
  email: 'e-mail',
};

/** Statuses in the operator's words. */
export const STATUS_WORDS: Record<TicketStatus, string> = {
  new: 'nowe',
  'in-progress': 'w trakcie realizacji',
  'waiting-for-customer': 'oczekuje na odpowiedź klienta',
  solved: 'rozwiązane',
  closed: 'zamknięte',
};

/** Outage facts in the operator's words. */
export const OUTAGE_WORDS: Record<OutageFact, string> = {
  'shop-down': 'sklep nie działa',
  'orders-blocked': 'nie można złożyć zamówienia',
  'panel-down': 'panel nie działa',
  'break-in': 'włamanie',
};

/** Why a file cannot be had, in the operator's words. */
export const HINDRANCE_WORDS: Record<FileHindrance, string> = {
  unscanned: 'czeka na skaner',
  'scan-failed': 'skaner nie zdołał go sprawdzić',
  refused: 'skaner coś w nim znalazł',
  freed: 'został usunięty',
};

/** An instant as it reads on a clock in Warsaw: `05.03.2026, 09:07`. */
export function clock(instant: string): string {
  const { year, month, day, hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(WARSAW);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(day)}.${two(month)}.${year}, ${two(hour)}:${two(minute)}`;
}
