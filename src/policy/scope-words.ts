import type { Language, Topic } from '../contract/lists.ts';

interface Words {
  label: string;
  /** shown before sending when the topic is not covered: the rule in one kind sentence, and what we offer instead */
  notCovered?: string;
}

/** Polish typography: no line break after one-letter words and between a number and its unit. */
export function tidy(words: string): string {
  return words.replace(/(?<=^|[\s(„])([aiouwz]) (?=\S)/gi, '$1\u00a0').replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** The topics of the vendor's rules in words, by topic id; docs/rules.md explains the ids N1–N10. */
export const TOPIC_WORDS: Record<Topic, Record<Language, Words>> = {
  configuration: {
    pl: { label: 'Konfiguracja i opcje sklepu' },
    en: { label: 'Configuration and options of the shop' },
  },
  running: {
    pl: { label: 'Codzienna praca sklepu' },
    en: { label: 'Day-to-day running of the shop' },
  },
  outage: {
    pl: { label: 'Awaria – sklep lub panel nie działa' },
    en: { label: 'Outage – the shop or the panel is down' },
  },
  installation: {
    pl: {
      label: 'Pierwsza instalacja sklepu',
      notCovered:
        'Wersja STANDARD nie obejmuje instalacji na serwerze. Zgłoszenie można wysłać – odpowiemy, jak zainstalować sklep samodzielnie albo ile kosztuje instalacja przez nas.',
    },
    en: {
      label: 'First installation of the shop',
      notCovered:
        'The STANDARD edition does not include installation on a server. You can still send this – we will explain how to install it yourself, or quote a price.',
    },
  },
  updates: {
    pl: {
      label: 'Dostęp do aktualizacji i poprawek',
      notCovered:
        'Dostęp do aktualizacji tego sklepu jest wstrzymany z powodu złamania licencji. Zgłoszenie można wysłać – odpowiemy, jak wyjaśnić sprawę.',
    },
    en: {
      label: 'Access to updates and patches',
      notCovered:
        'Access to updates is suspended for this shop because its licence was breached. You can still send this – we will say how to settle it.',
    },
  },
  security: {
    pl: { label: 'Luka w zabezpieczeniach lub błąd krytyczny' },
    en: { label: 'Security hole or critical bug' },
  },
  renewal: {
    pl: { label: 'Przedłużenie pomocy technicznej' },
    en: { label: 'Extending technical support' },
  },
  other: {
    pl: { label: 'Inny temat' },
    en: { label: 'Something else' },
  },
  N1: {
    pl: {
      label: 'Własne zmiany i rozbudowa programu',
      notCovered:
        'Pomoc techniczna nie obejmuje porad, jak samodzielnie zmieniać lub rozbudowywać program. Zgłoszenie można wysłać – odpowiemy, czy taką zmianę możemy wykonać odpłatnie.',
    },
    en: {
      label: 'Own changes and extensions of the program',
      notCovered:
        'Support does not include advice on changing or extending the program yourself. You can still send this – we will say whether we can do it for a fee.',
    },
  },
  N2: {
    pl: {
      label: 'Naprawa po własnych zmianach lub modułach',
      notCovered:
        'Naprawa po zmianach w plikach, modułach lub konfiguracji nie jest bezpłatna. Zgłoszenie można wysłać – obejrzymy sprawę i podamy wycenę przed pracą.',
    },
    en: {
      label: 'Repair after own changes or modules',
      notCovered:
        'Repair after changed files, added modules or a changed configuration is not free of charge. You can still send this – we will look and quote before any work.',
    },
  },
  N3: {
    pl: {
      label: 'Naprawa po nieudanej aktualizacji',
      notCovered:
        'Naprawa po źle wykonanej aktualizacji nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – ocenimy, co się stało, i podamy wycenę naprawy.',
    },
    en: {
      label: 'Repair after a failed update',
      notCovered:
        'Repair after an update that went wrong is outside support. You can still send this – we will find out what happened and quote a price.',
    },
  },
  N4: {
    pl: {
      label: 'Usuwanie wirusów i skutków włamania',
      notCovered:
        'Usuwanie skutków wirusów i włamań nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – podamy pierwsze kroki i wycenę; lukę w samym programie prosimy zgłosić jako „Luka w zabezpieczeniach”.',
    },
    en: {
      label: 'Removing viruses and traces of a break-in',
      notCovered:
        'Cleaning up after viruses and break-ins is outside support. You can still send this – we will give first steps and a quote; please report a hole in the program itself as “Security hole”.',
    },
  },
  N5: {
    pl: {
      label: 'Zmiany wyglądu sklepu na życzenie',
      notCovered:
        'Zmiany szablonu według indywidualnych życzeń nie wchodzą w zakres pomocy, chyba że uzgodniono je przed zakupem. Zgłoszenie można wysłać – przygotujemy wycenę.',
    },
    en: {
      label: 'Changes of the shop’s look on request',
      notCovered:
        'Template changes to individual wishes are outside support unless agreed before the purchase. You can still send this – we will prepare a quote.',
    },
  },
  N6: {
    pl: {
      label: 'Kolejna instalacja lub przeniesienie sklepu',
      notCovered:
        'Pomoc obejmuje jedną instalację; kolejna instalacja i przeniesienie sklepu są płatne. Zgłoszenie można wysłać – podamy cenę i termin.',
    },
    en: {
      label: 'Another installation or moving the shop',
      notCovered:
        'Support covers one installation; another one, or moving the shop, is paid. You can still send this – we will give a price and a date.',
    },
  },
  N7: {
    pl: {
      label: 'Wgranie aktualizacji przez nas',
      notCovered:
        'Instalowanie aktualizacji w sklepie klienta nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – podamy cenę wykonania aktualizacji.',
    },
    en: {
      label: 'Installing an update for you',
      notCovered:
        'Installing updates in a customer’s shop is outside support. You can still send this – we will quote a price for it.',
    },
  },
  N8: {
    pl: {
      label: 'Sprawdzenie pliku CSV lub XML',
      notCovered:
        'Sprawdzanie poprawności importowanych plików nie wchodzi w zakres pomocy. Zgłoszenie można wysłać – wskażemy opis formatu albo podamy cenę sprawdzenia pliku.',
    },
    en: {
      label: 'Checking a CSV or XML file',
      notCovered:
        'Checking imported files is outside support. You can still send this – we will point to the format’s description, or quote a price for the check.',
    },
  },
  N9: {
    pl: {
      label: 'Sprawdzenie konfiguracji serwera',
      notCovered:
        'Sprawdzanie konfiguracji serwera należy do firmy hostingowej. Zgłoszenie można wysłać – napiszemy, o co zapytać hosting, albo podamy cenę sprawdzenia.',
    },
    en: {
      label: 'Checking the server’s configuration',
      notCovered:
        'Checking the server’s configuration is your hosting company’s part. You can still send this – we will say what to ask them, or quote a price.',
    },
  },
  N10: {
    pl: {
      label: 'Pomoc przy własnej aktualizacji programu',
      notCovered:
        'Pomoc przy aktualizacji (zmiany plików, dodawanie kodu) nie wchodzi w zakres wsparcia. Zgłoszenie można wysłać – podamy cenę wykonania aktualizacji.',
    },
    en: {
      label: 'Help with updating the program yourself',
      notCovered:
        'Help with updating (changing files, adding code) is outside support. You can still send this – we will quote a price for the update.',
    },
  },
};
