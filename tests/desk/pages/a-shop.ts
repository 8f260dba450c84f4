import type { FoundShop, ShopTerms } from '../../../src/contract/desk/shop-row.ts';

/** A shop with support, with what the test wants otherwise. */
export function aShop(otherwise: Partial<FoundShop> = {}): FoundShop {
  return {
    id: 1,
    name: 'Księgarnia Żuraw',
    supportNumber: '7KcWt9Ru',
    installUrl: 'https://www.ksiegarnia-zuraw.pl',
    edition: 'PREMIUM',
    contactEmail: 'biuro@ksiegarnia-zuraw.pl',
    support: { state: 'active', lastDay: '2027-03-14', daysLeft: 112 },
    licence: 'valid',
    version: null,
    onlyTopics: null,
    soldBy: null,
    foundBy: null,
    ...otherwise,
  };
}

/** Nothing is known of a shop besides its licence. */
export const NO_TERMS: ShopTerms = {
  installedOn: null,
  individualTerms: null,
  purchaseAccount: null,
  seller: null,
  note: null,
  endedAt: null,
};

/** A shop whose support is over. */
export const anExpiredShop = (): FoundShop =>
  aShop({
    id: 2,
    name: 'Dawny Sklep',
    supportNumber: '9sLdC2mA',
    contactEmail: 'biuro@dawny-sklep.pl',
    support: { state: 'expired', lastDay: '2026-02-28', daysLeft: 0 },
    onlyTopics: ['updates', 'security', 'renewal'],
    soldBy: null,
  });
