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
  scope: { yes: 'Tak, to ten temat', no: 'Nie, to co innego' },
  since: 'Od:',
  advised: 'Jest ważna poprawka dla Twojej wersji sklepu.',
  hide: 'Ukryj',
  meToo: 'Mnie też dotyczy',
  meTooText: 'Ten problem dotyczy też mojego sklepu.',
  about: 'To zgłoszenie dołączymy do tego problemu.',
  notAbout: 'Nie dołączaj',
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
  const [weekday = '', date, time] = momentInWords(instant).split(', ');
  const isToday = momentInWords(serviceNow()).includes(`${date}`);
  return `${isToday ? 'dziś' : isNear ? onWeekday(weekday) : date} o ${time}`;
}

/** „Podobne zgłoszenie wysłano dziś o 10:42 (nr 1000015). Dopisać do niego?” */
export function appendInWords({ receivedAt, number }: TicketReceipt): string {
  return `Podobne zgłoszenie wysłano ${dayAndHour(receivedAt, false)} (nr\u00a0${number}). Dopisać do niego?`;
}

/** „Biuro jest teraz zamknięte. Otwieramy w poniedziałek o 8:00.” */
export function closedInWords({ nextOpening }: ShopStatus['opening']): string {
  return `Biuro jest teraz zamknięte. ${nextOpening ? `Otwieramy ${dayAndHour(nextOpening, true)}.` : ''}`;
}

/** „Twój sklep działa na wersji 10.4.2, najnowsza to 10.5.0. …” */
export function versionInWords({ yours, current }: NonNullable<ShopStatus['version']>): string {
  return `Twój sklep działa na wersji ${yours}, najnowsza to ${current}. Zalecamy aktualizację.`;
}

/** „w czwartek”, „we wtorek”, „w środę”: when, of the name of a weekday. */
function onWeekday(weekday: string): string {
  return `${weekday[1] === 't' ? 'we' : 'w'} ${weekday.replace(/a$/, 'ę')}`;
}

/**
 * „Odpowiemy najpóźniej w czwartek 3 grudnia o 3:23, zwykle w ciągu 5 godzin.”
 * @param usual within how many minutes most replies came; „zwykle szybciej” where that is not known
 */
export function promiseInWords(instant: number, usual?: number): string {
  const [weekday = '', day, time] = momentInWords(instant).split(', ');
  const hours = Math.ceil((usual ?? 0) / 60);
  const often = hours ? `w ciągu ${hours === 1 ? 'godziny' : `${hours} godzin`}` : 'szybciej';
  return `Odpowiemy najpóźniej ${onWeekday(weekday)} ${day} o ${time}, zwykle ${often}.`;
}
