import type { Language, Topic, UncoveredTopic } from '../contract/lists.ts';

/** Polish typography: no line break after one-letter words and between a number and its unit. */
export function tidy(words: string): string {
  return words.replace(/(?<=^|[\s(„])([aiouwz]) (?=\S)/gi, '$1\u00a0').replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

export type Notes = Record<Language, string>;

/**
 * Shown before sending when a topic is not covered: the rule in one kind sentence, and what we offer instead.
 * docs/rules.md explains the ids N1–N10. `installation` and `updates` are covered for some licences only.
 */
export const NOT_COVERED: Partial<Record<Topic, Notes>> & Record<UncoveredTopic | 'installation' | 'updates', Notes> = {
  installation: {
    pl: 'Wersja STANDARD nie obejmuje instalacji na serwerze. Zgłoszenie można wysłać – odpowiemy, jak zainstalować sklep samodzielnie albo ile kosztuje instalacja przez nas.',
    en: 'The STANDARD edition does not include installation on a server. You can still send this – we will explain how to install it yourself, or quote a price.',
  },
  updates: {
    pl: 'Dostęp do aktualizacji tego sklepu jest wstrzymany z powodu złamania licencji. Zgłoszenie można wysłać – odpowiemy, jak wyjaśnić sprawę.',
    en: 'Access to updates is suspended for this shop because its licence was breached. You can still send this – we will say how to settle it.',
  },
  N1: {
    pl: 'Pomoc techniczna nie obejmuje porad, jak samodzielnie zmieniać lub rozbudowywać program. Zgłoszenie można wysłać – odpowiemy, czy taką zmianę możemy wykonać odpłatnie.',
    en: 'Support does not include advice on changing or extending the program yourself. You can still send this – we will say whether we can do it for a fee.',
  },
  N2: {
    pl: 'Naprawa po zmianach w plikach, modułach lub konfiguracji nie jest bezpłatna. Zgłoszenie można wysłać – obejrzymy sprawę i podamy wycenę przed pracą.',
    en: 'Repair after changed files, added modules or a changed configuration is not free of charge. You can still send this – we will look and quote before any work.',
  },
  N3: {
    pl: 'Naprawa po źle wykonanej aktualizacji nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – ocenimy, co się stało, i podamy wycenę naprawy.',
    en: 'Repair after an update that went wrong is outside support. You can still send this – we will find out what happened and quote a price.',
  },
  N4: {
    pl: 'Usuwanie skutków wirusów i włamań nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – podamy pierwsze kroki i wycenę; lukę w samym programie prosimy zgłosić jako „Luka w zabezpieczeniach”.',
    en: 'Cleaning up after viruses and break-ins is outside support. You can still send this – we will give first steps and a quote; please report a hole in the program itself as “Security hole”.',
  },
  N5: {
    pl: 'Zmiany szablonu według indywidualnych życzeń nie wchodzą w zakres pomocy, chyba że uzgodniono je przed zakupem. Zgłoszenie można wysłać – przygotujemy wycenę.',
    en: 'Template changes to individual wishes are outside support unless agreed before the purchase. You can still send this – we will prepare a quote.',
  },
  N6: {
    pl: 'Pomoc obejmuje jedną instalację; kolejna instalacja i przeniesienie sklepu są płatne. Zgłoszenie można wysłać – podamy cenę i termin.',
    en: 'Support covers one installation; another one, or moving the shop, is paid. You can still send this – we will give a price and a date.',
  },
  N7: {
    pl: 'Instalowanie aktualizacji w sklepie klienta nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – podamy cenę wykonania aktualizacji.',
    en: 'Installing updates in a customer’s shop is outside support. You can still send this – we will quote a price for it.',
  },
  N8: {
    pl: 'Sprawdzanie poprawności importowanych plików nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – wskażemy opis formatu albo podamy cenę sprawdzenia pliku.',
    en: 'Checking imported files is outside support. You can still send this – we will point to the format’s description, or quote a price for the check.',
  },
  N9: {
    pl: 'Sprawdzanie konfiguracji serwera należy do firmy hostingowej. Zgłoszenie można wysłać – napiszemy, o co zapytać hosting, albo podamy cenę sprawdzenia.',
    en: 'Checking the server’s configuration is your hosting company’s part. You can still send this – we will say what to ask them, or quote a price.',
  },
  N10: {
    pl: 'Pomoc przy aktualizacji (zmiany plików, dodawanie kodu) nie wchodzi w zakres wsparcia. Zgłoszenie można wysłać – podamy cenę wykonania aktualizacji.',
    en: 'Help with updating (changing files, adding code) is outside support. You can still send this – we will quote a price for the update.',
  },
};

/** Said of `installation` once the covered one was done (C1, N6). */
export const INSTALLED_ALREADY: Notes = {
  pl: 'Instalacja objęta pomocą została już wykonana w tym sklepie. Zgłoszenie można wysłać – odpowiemy, czy i na jakich warunkach możemy zainstalować sklep ponownie.',
  en: 'The installation that support includes has already been done for this shop. You can still send this – we will say whether and on what terms we can install it again.',
};

/** Said of N5 where individual terms were agreed before the purchase: the terms themselves are for agents. */
export const INDIVIDUAL_TERMS: Notes = {
  pl: 'Przy zakupie tego sklepu uzgodniono indywidualne warunki. Odpowiemy według nich.',
  en: 'Individual terms were agreed when this shop was bought. We will answer by them.',
};
