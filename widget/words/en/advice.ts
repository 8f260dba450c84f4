import { serviceNow } from '../../../browser/service-clock.ts';
import type * as pl from '../pl/advice.ts';
import { momentInWords } from './dates.ts';

/** Texts of the hints while a ticket is written. */
export const adviceWords: typeof pl.adviceWords = {
  secret: {
    text: 'Don’t put passwords into a ticket. If access is needed, we will ask for it.',
    yes: 'Take it out',
    no: 'Leave it',
  },
  takenOut: '[password removed]',
  similar: { text: '', yes: 'Add to that ticket', no: 'No, a new ticket' },
  scope: { yes: 'Yes, this topic', no: 'No, something else' },
  since: 'Since:',
  advised: 'There is an important fix for your version of the shop.',
  hide: 'Hide',
  meToo: 'This affects me too',
  meTooText: 'This problem affects my shop too.',
  about: 'This ticket will be added to this problem.',
  notAbout: 'Don’t add it',
};

/** The hint about a masked secret. */
export const secretInWords: typeof pl.secretInWords = (masked) => `“${masked}” looks like a password. `;

/** The hint about a topic. */
export const scopeInWords: typeof pl.scopeInWords = (label) => `Is this “${label}”? `;

/** “today at 10:42”, “on Monday at 08:00”, and with the date when it is further away. */
function dayAndHour(instant: string, isNear: boolean): string {
  const [weekday, date, time] = momentInWords(instant).split(', ');
  const isToday = momentInWords(serviceNow()).includes(`${date}`);
  return `${isToday ? 'today' : `on ${isNear ? weekday : date}`} at ${time}`;
}

/** “A similar ticket was sent today at 10:42 (no. 1000015). Add to it?” */
export const appendInWords: typeof pl.appendInWords = ({ receivedAt, number }) =>
  `A similar ticket was sent ${dayAndHour(receivedAt, false)} (no.\u00a0${number}). Add to it?`;

/** “The office is closed now. It opens on Monday at 08:00.” */
export const closedInWords: typeof pl.closedInWords = ({ nextOpening }) =>
  `The office is closed now. ${nextOpening ? `It opens ${dayAndHour(nextOpening, true)}.` : ''}`;

/** “The shop has version 10.4.2, the current one is 10.5.0. …” */
export const versionInWords: typeof pl.versionInWords = ({ yours, current }) =>
  `Your shop runs version ${yours}, the newest is ${current}. We recommend updating.`;

/**
 * “We’ll reply by Thursday 3 December, 03:23, usually within 5 hours.”
 * @param usual within how many minutes most replies came; “usually sooner” where that is not known
 */
export function promiseInWords(instant: number, usual?: number): string {
  const [weekday, day, time] = momentInWords(instant).split(', ');
  const hours = Math.ceil((usual ?? 0) / 60);
  const often = hours ? `within ${hours === 1 ? 'an hour' : `${hours} hours`}` : 'sooner';
  return `We’ll reply by ${weekday} ${day}, ${time}, usually ${often}.`;
}
