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
  lastDay: (day: string) => `– last day: ${day}`,
  shopPage: 'Shop’s page',
  onlyShop: 'Only this shop',
  proofs: {
    verified: 'Verified',
    phone: 'Taken by phone',
    vouched: 'Vouched for by us',
    panel: 'Likely, not verified',
    unverified: 'Not verified',
  },
  proofsShort: {
    verified: 'verified',
    phone: 'by phone',
    vouched: 'confirmed by us',
    panel: 'likely',
    unverified: 'unverified',
  },
  proofsMore: {
    verified: 'the shop’s panel signed who the sender is.',
    phone: 'somebody of ours took the call. No signature vouches for the caller.',
    vouched: 'somebody of ours says that this shop writes. The panel did not sign it.',
    panel: 'sent from a page at the shop’s address, without the panel’s signature. A page’s address can be forged.',
    unverified: 'anybody who knows the support number and the address may have sent it. Give no access data away.',
  },
  vouch: 'It is this shop',
  endVouch: 'It is not this shop after all',
  fromOtherShop: 'from another shop’s panel',
  fromOtherShopMore:
    'It was sent from a page of another shop of the registry. The sender saw that and sent it all the same: make sure which shop it is about.',
  sentFrom: 'Sent from the page',
  addSentFrom: 'Add to the shop’s addresses',
  untilDay: (day: string) => `until ${day}`,
  daysLeft: (days: number) => `${counted(days, 'day')} left`,
  licence: 'Licence',
  licences: { valid: 'Valid', breached: 'Breached – no access to updates' },
  earlier: 'Other tickets of the shop',
  noEarlier: 'This is the only ticket of this shop.',
};
