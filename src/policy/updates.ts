import type { Language } from '../contract/lists.ts';
import type { Support } from './entitlement.ts';
import type { LicenceTerms } from './scope.ts';
import { type Notes, tidy } from './scope-words.ts';

/**
 * Whether a shop has access to updates (C3): whoever bought directly has, also after support ended, unless the licence was
 * breached. Who has none is not urged to update either.
 */
export function mayUpdate({ state }: Support, { licenceState }: LicenceTerms): boolean {
  return (state === 'active' || state === 'expired') && licenceState !== 'breached';
}

const WHERE: Notes = {
  pl: 'Aktualizacje i poprawki są do pobrania po zalogowaniu na konto, z którego kupiono sklep; na innym koncie ich nie widać.',
  en: 'Updates and patches are there to download once you sign in with the account that bought the shop; another account does not show them.',
};

/** Where updates are, in a sentence; the address stands beside it. */
export function whereUpdatesAre(language: Language): string {
  return tidy(WHERE[language]);
}
