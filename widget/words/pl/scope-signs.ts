import type { UncoveredTopic } from '../../../src/contract/lists.ts';
/** Words by which a text is recognised as about a topic outside support. */
export interface Signs {
  /** one is enough */
  strong: string;
  /** it takes two */
  weak?: string;
}

/**
 * Topics outside support and their signs, separated by commas; each is a few beginnings of words without accents, in
 * order, with up to two other words between. `/` means or; a word of at most three letters must match whole. No hint is
 * better than a wrong one.
 */
export const scopeSigns: Partial<Record<UncoveredTopic, Signs>> = {
  N8: {
    strong: 'sprawdz plik csv/xml, nie tak plik, blad plik csv/xml',
    weak: 'plik csv/xml, import staje/zatrzym/przeryw, nie importuj',
  },
  N6: { strong: 'przenies sklep/serwer/hosting, ponown/kolejn instalac, migrac serwer/hosting' },
  N1: { strong: 'dopisac/dodac wlasn, napisac modul', weak: 'ktorym pliku, gdzie kodzie, zapisac bazy' },
  N5: {
    strong: 'zmian/zmienic wyglad/szablon',
    weak: 'zeby przycisk/logo/menu, logo wieksz/mniejsz, css, przesunac',
  },
  N4: { strong: 'usun wirus/trojan, zainfekowan, zawirusowan', weak: 'wirus/trojan, oczysc/wyczysc plik/serwer/sklep' },
  N9: { strong: 'php ini, limit pamieci, konfigurac serwer', weak: 'wersj php, htaccess, hosting pisze/twierdzi' },
  N7: {
    strong:
      'wgranie/wgrajcie aktualizac/wersj, zaktualizujcie sklep/program, prosz aktualizac/zaktualizowa sklep/program',
  },
  N3: {
    strong: 'nieudan/zle/blednie aktualizac, napraw aktualizac',
    weak: 'po aktualizac, wgral nowa wersj, przez ftp',
  },
  N10: { strong: 'jak zaktualizowac/wgrac sklep/program/wersj/aktualizac' },
};
