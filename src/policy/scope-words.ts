import type { Language, Topic, UncoveredTopic } from '../contract/lists.ts';

/** Polish typography: no line break after one-letter words and between a number and its unit. */
export function tidy(words: string): string {
  return words.replace(/(?<=^|[\s(„])([aiouwz]) (?=\S)/gi, '$1\u00a0').replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

export type Notes = Record<Language, string>;

/** A rule, and that a ticket about it may be sent all the same. Nothing more is promised than an answer. */
function note(pl: string, en: string): Notes {
  return {
    pl: `${pl} Możesz wysłać zgłoszenie – odpowiemy, czy i na jakich warunkach możemy to zrobić.`,
    en: `${en} You can still send this – we will answer whether and on what terms we can do it.`,
  };
}

/**
 * Shown before sending when a topic is not covered: the rule in one kind sentence, and that we will answer. The vendor's
 * text says only what is not covered: no price, no work and no advice is promised in its place. docs/rules.md explains the
 * ids N1–N10. `installation` and `updates` are covered for some licences only.
 */
export const NOT_COVERED: Partial<Record<Topic, Notes>> & Record<UncoveredTopic | 'installation' | 'updates', Notes> = {
  installation: note(
    'Pomoc techniczna dla wersji STANDARD nie obejmuje instalacji na serwerze.',
    'Support for the STANDARD edition does not include installation on a server.',
  ),
  updates: {
    pl: 'Dostęp do aktualizacji tego sklepu jest wstrzymany z powodu złamania licencji. Możesz wysłać zgłoszenie – odpowiemy, czy i na jakich warunkach możemy go przywrócić.',
    en: 'Access to updates is suspended for this shop because its licence was breached. You can still send this – we will answer whether and on what terms it can be restored.',
  },
  N1: note(
    'Pomoc techniczna nie obejmuje informacji, jak samodzielnie zmieniać lub rozbudowywać program.',
    'Support does not include information on changing or extending the program yourself.',
  ),
  N2: note(
    'Pomoc techniczna nie obejmuje bezpłatnej naprawy po niewłaściwych zmianach w plikach, modułach lub konfiguracji.',
    'Support does not include free repair after wrongly changed files, wrongly added modules or a wrong configuration.',
  ),
  N3: note(
    'Pomoc techniczna nie obejmuje naprawy po źle wykonanej aktualizacji.',
    'Support does not include repair after an update that went wrong.',
  ),
  N4: {
    pl: 'Pomoc techniczna nie obejmuje usuwania skutków wirusów i włamań. Możesz wysłać zgłoszenie – odpowiemy, czy i na jakich warunkach możemy to zrobić. Lukę w samym programie zgłoś jako „Luka w zabezpieczeniach”.',
    en: 'Support does not include cleaning up after viruses and break-ins. You can still send this – we will answer whether and on what terms we can do it. Report a hole in the program itself as “Security hole”.',
  },
  N5: note(
    'Pomoc techniczna nie obejmuje zmian szablonu według indywidualnych życzeń, chyba że uzgodniono je przed zakupem.',
    'Support does not include template changes to individual wishes, unless they were agreed before the purchase.',
  ),
  N6: note(
    'Pomoc techniczna obejmuje jedną instalację. Kolejnych instalacji już nie obejmuje.',
    'Support includes one installation, and no further ones.',
  ),
  N7: note(
    'Pomoc techniczna nie obejmuje instalowania aktualizacji w sklepie klienta.',
    'Support does not include installing updates in a customer’s shop.',
  ),
  N8: note(
    'Pomoc techniczna nie obejmuje sprawdzania plików importowanych do sklepu.',
    'Support does not include checking files that are imported into the shop.',
  ),
  N9: note(
    'Pomoc techniczna nie obejmuje sprawdzania konfiguracji serwera, przez którą sklep działa błędnie.',
    'Support does not include checking the configuration of a server that makes the shop fail.',
  ),
  N10: note(
    'Pomoc techniczna nie obejmuje pomocy przy aktualizacji programu (zmian w plikach, dodawania kodu).',
    'Support does not include help with updating the program (changing files, adding code).',
  ),
};

/** Said of `installation` once the covered one was done (C1, N6). */
export const INSTALLED_ALREADY: Notes = note(
  'Instalacja objęta pomocą została już wykonana w tym sklepie.',
  'The installation that support includes has already been done for this shop.',
);

/** Said of N5 where individual terms were agreed before the purchase: the terms themselves are for agents. */
export const INDIVIDUAL_TERMS: Notes = {
  pl: 'Przy zakupie tego sklepu uzgodniono indywidualne warunki. Odpowiemy według nich.',
  en: 'Individual terms were agreed when this shop was bought. We will answer by them.',
};

/** Said of a ticket that an agent calls not covered, though its topic is. */
export const OUTSIDE: Notes = note(
  'Pomoc techniczna nie obejmuje tej sprawy.',
  'Support does not include this matter.',
);
