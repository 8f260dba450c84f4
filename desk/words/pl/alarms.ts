import type { AlarmKind } from '../../../src/contract/lists.ts';
import { form } from './grammar.ts';

/** In Polish: alarms, and blocking a shop from where it is seen. What a kind means: `ALARM_KINDS`. */
export const alarms = {
  alarms: 'Alarmy',
  alarmCount: (count: number) => `${count}\u00a0${form(count, 'alarm', 'alarmy', 'alarmów')}`,
  /** after the name of the shop, where there is one */
  alarmKinds: {
    'shop-tickets': 'zgłoszenia z\u00a0jednej godziny zajęły co\u00a0najmniej 70% limitu, który ma część jego nadawców',
    'shop-uploads':
      'pliki, które czekają na wiadomość, zajęły co\u00a0najmniej 70% limitu, który ma część jego nadawców',
    'shop-storage': 'wszystkie pliki zajęły co\u00a0najmniej 70% miejsca, które ma część jego nadawców',
    'total-storage': 'Pliki wszystkich sklepów zajęły co\u00a0najmniej 70% miejsca, które ma część nadawców',
    'unknown-pairs':
      'W\u00a0ciągu godziny co\u00a0najmniej 1000 razy podano numer i\u00a0adres, które nie wskazują żadnego sklepu',
    'failed-sign-ins': 'W\u00a0ciągu godziny co\u00a0najmniej 50 razy nie udało się zalogować do biurka',
    'mail-stopped': 'Serwer poczty nie przyjmuje listów: te do sklepów czekają i nic nie wychodzi',
    'mail-strangers':
      'W ciągu godziny było tyle listów na adresy, które nigdy do nas nie pisały, że dalsze nie są wysyłane',
    'mailbox-failed': 'Nie możemy czytać skrzynki: listy od sklepów czekają w niej i nie trafiają do kolejki',
    'file-scanner': 'Program antywirusowy nie zdołał sprawdzić pliku',
  } satisfies Record<AlarmKind, string>,
  alarmAt: (moment: string) => `o\u00a0${moment}`,
  alarmSince: (first: string, last: string, count: number) =>
    `od\u00a0${first}, ostatnio ${last}, ${count}\u00a0${form(count, 'raz', 'razy', 'razy')}`,
  alarmLast: 'ostatni',
  alarmTickets: 'Pokaż zgłoszenia',
  alarmSeen: 'Widziałem',
  alarmSeenOf: (what: string) => `Widziałem: ${what}`,
  alarmNotSeen: 'Brak połączenia. Spróbuj jeszcze raz.',
  alarmTold: (what: string) => `Alarm: ${what}`,
  block: 'Zablokuj…',
  blockedUntil: (moment: string) => `Niepotwierdzone zgłoszenia tego sklepu są zablokowane do ${moment}.`,
  blockedShort: 'niepotwierdzone zablokowane',
};
