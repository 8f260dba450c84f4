import type { alarms as Words } from '../pl/alarms.ts';
import { counted } from './grammar.ts';

/** In English: alarms, and blocking a shop from where it is seen. */
export const alarms: typeof Words = {
  alarms: 'Alarms',
  alarmCount: (count) => counted(count, 'alarm'),
  alarmKinds: {
    'shop-tickets': 'tickets of one hour took up at least 70% of the limit that some of its senders have',
    'shop-uploads': 'files that wait for a message took up at least 70% of the limit that some of its senders have',
    'shop-storage': 'all files took up at least 70% of the room that some of its senders have',
    'total-storage': 'Files of all shops took up at least 70% of the room that some senders have',
    'unknown-pairs': 'Within an hour a number and an address that are no shop were tried at least 1,000 times',
    'failed-sign-ins': 'Within an hour signing in to the desk failed at least 50 times',
    'mail-stopped': 'The mail server takes no letters: those to shops wait, and nothing goes out',
    'mail-strangers':
      'Within an hour so many letters went to addresses that never wrote to us that further ones are not sent',
    'mailbox-failed': 'We cannot read a mailbox: letters of shops wait in it and do not reach the queue',
    'file-scanner': 'The virus scanner could not check a file',
  },
  alarmAt: (moment) => `at ${moment}`,
  alarmSince: (first, last, count) => `since ${first}, last at ${last}, ${counted(count, 'time')}`,
  alarmLast: 'the last one',
  alarmTickets: 'Show tickets',
  alarmSeen: 'Seen',
  alarmSeenOf: (what) => `Seen: ${what}`,
  alarmNotSeen: 'No connection. Try again.',
  alarmTold: (what) => `Alarm: ${what}`,
  block: 'Block…',
  blockedUntil: (moment) => `Tickets of this shop that nothing proves are blocked until ${moment}.`,
  blockedShort: 'unproven blocked',
};
