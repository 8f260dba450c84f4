import type { shop as Words } from '../pl/shop.ts';
import { counted } from './grammar.ts';

/** In English: the shop beside its ticket. */
export const shop: typeof Words = {
  shop: 'Shop',
  supportNumber: 'Support number',
  address: 'Address',
  contact: 'Contact',
  edition: 'Edition',
  version: 'Shop version',
  behindVersion: (current: string) => `older than the current ${current}`,
  currentVersion: 'current',
  unknown: 'unknown',
  support: 'Technical support',
  supportStates: {
    active: 'Active',
    expired: 'Over',
    'not-bought-directly': 'Bought from another seller',
    unrecognised: 'Not recognised',
  },
  untilDay: (day: string) => `until ${day}`,
  daysLeft: (days: number) => `${counted(days, 'day')} left`,
  licence: 'Licence',
  licences: { valid: 'Valid', breached: 'Breached – no access to updates' },
  earlier: 'Earlier tickets',
  noEarlier: 'This is the first ticket of this shop.',
};
