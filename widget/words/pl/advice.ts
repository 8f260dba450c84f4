import { serviceNow } from '../../../browser/service-clock.ts';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import type { TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import { momentInWords } from './dates.ts';

/** Texts of the hints while a ticket is written. */
export const adviceWords = {
  secret: {
    text: 'Nie podawaj haseł w zgłoszeniu. Jeśli dostęp będzie potrzebny, poprosimy o niego.',
    yes: 'Usuń z tekstu',
    no: 'Zostaw',
  },
  takenOut: '[hasło usunięte]',
  similar: { text: '', yes: 'Dopisz do zgłoszenia', no: 'Nie, nowe zgłoszenie' },
  scope: { yes: 'Tak, wybierz to', no: 'Nie, to co innego' },
  since: 'Od:',
  hide: 'Ukryj',
  meToo: 'Mnie też dotyczy',
  meTooText: 'Ten problem dotyczy też mojego sklepu.',
  about: 'To zgłoszenie dołączymy do tego problemu.',
  notAbout: 'Nie dołączaj',
  answerBy: 'Odpowiemy najpóźniej:',
};

/** The hint about a masked secret. */
export function secretInWords(masked: string): string {
  return `„${masked}” wygląda na hasło. `;
}

/** The hint about a topic. */
export function scopeInWords(label: string): string {
  return `Czy to „${label}”? `;
}

/** „dziś o 10:42”, „w środę o 8:00”, and with the date when it is further away. */
function dayAndHour(instant: string, isNear: boolean): string {
  const [weekday = '', date, time = ''] = momentInWords(instant).split(', ');
  const on = `${weekday[1] === 't' ? 'we' : 'w'} ${weekday.replace(/a$/, 'ę')}`;
  const isToday = momentInWords(serviceNow()).includes(`${date}`);
  return `${isToday ? 'dziś' : isNear ? on : date} o ${time.replace(/^0/, '')}`;
}

/** „Podobne zgłoszenie wysłano dziś o 10:42 (nr 1000015). Dopisać do niego?” */
export function appendInWords({ receivedAt, number }: TicketReceipt): string {
  return `Podobne zgłoszenie wysłano ${dayAndHour(receivedAt, false)} (nr\u00a0${number}). Dopisać do niego?`;
}

/** „Biuro jest teraz zamknięte. Otwieramy w poniedziałek o 8:00.” */
export function hoursInWords({ openNow, nextOpening, text }: ShopStatus['opening']): string {
  if (openNow) return `Biuro jest teraz otwarte (${text}).`;
  return `Biuro jest teraz zamknięte. ${nextOpening ? `Otwieramy ${dayAndHour(nextOpening, true)}.` : ''}`;
}

/** „Sklep działa na wersji 10.4.2, bieżąca to 10.5.0. …” */
export function versionInWords({ yours, current }: NonNullable<ShopStatus['version']>): string {
  return `Sklep ma wersję ${yours}, bieżąca to ${current}. Zalecamy aktualizację.`;
}
