import { UNCOVERED_TOPICS, type UncoveredTopic } from '../contract/lists.ts';
import { TOPIC_LABELS } from '../contract/topic-labels.ts';
import { tidy } from './scope-words.ts';

/** The text of a reply to a question that is not covered. */
export interface ScopeClause {
  /** `N1` … `N10` of `zasady-wsparcia` */
  id: UncoveredTopic;
  title: string;
  text: string;
}

interface Clause {
  /** the vendor's rule in its own words, after „Pomoc techniczna nie obejmuje” */
  rule: string;
  /** what we offer instead */
  instead: string;
}

const CLAUSES: Record<UncoveredTopic, Clause> = {
  N1: {
    rule: 'informacji na temat sposobów samodzielnej modyfikacji i rozbudowy oprogramowania shopGold',
    instead: 'Taką zmianę możemy wykonać odpłatnie. Prosimy opisać, co ma się zmienić, a przygotujemy wycenę.',
  },
  N2: {
    rule: 'bezpłatnych czynności naprawczych, gdy błędy są wynikiem niewłaściwej modyfikacji plików, niewłaściwego dodawania modułów lub konfiguracji sklepu',
    instead:
      'Naprawę możemy wykonać odpłatnie: najpierw obejrzymy sklep i podamy wycenę, praca zacznie się po jej akceptacji.',
  },
  N3: {
    rule: 'czynności naprawczych w przypadku błędnie wykonanej aktualizacji sklepu',
    instead:
      'Możemy naprawić sklep odpłatnie. Prosimy o wersję przed aktualizacją i datę kopii zapasowej, a podamy wycenę.',
  },
  N4: {
    rule: 'czynności naprawczych w przypadku problemów powstałych na skutek niestosowania się do podstawowych zasad bezpieczeństwa (wirusy, konie trojańskie itp.)',
    instead:
      'Na początek prosimy zmienić hasła do panelu, FTP i bazy danych oraz poprosić hosting o kopię sprzed włamania. Oczyszczenie sklepu możemy wykonać odpłatnie – chętnie podamy wycenę.',
  },
  N5: {
    rule: 'modyfikacji szablonów według indywidualnych życzeń, chyba że przed zakupem oprogramowania zostały ustalone indywidualne warunki',
    instead: 'Zmianę wyglądu możemy wykonać odpłatnie. Prosimy o opis lub szkic, a przygotujemy wycenę.',
  },
  N6: {
    rule: 'kolejnych instalacji raz już zainstalowanego przez naszą firmę programu',
    instead:
      'Kolejną instalację lub przeniesienie sklepu możemy wykonać odpłatnie. Prosimy o adres nowego serwera, a podamy cenę i termin.',
  },
  N7: {
    rule: 'instalacji w sklepach Klientów aktualizacji programu udostępnianych przez naszą firmę',
    instead:
      'Aktualizację można pobrać po zalogowaniu na konto, z którego był kupowany program. Możemy też wgrać ją odpłatnie – chętnie podamy cenę.',
  },
  N8: {
    rule: 'weryfikacji i sprawdzania poprawności plików importowanych do sklepu (CSV oraz XML)',
    instead:
      'Opis formatu plików jest w instrukcji sklepu. Sprawdzenie konkretnego pliku możemy wykonać odpłatnie – chętnie podamy cenę.',
  },
  N9: {
    rule: 'weryfikacji i sprawdzania konfiguracji serwera, gdy sklep działa błędnie z jej powodu',
    instead:
      'W tej sprawie pomoże firma hostingowa. Sprawdzenie serwera możemy też wykonać odpłatnie – chętnie podamy cenę.',
  },
  N10: {
    rule: 'pomocy w zakresie aktualizacji oprogramowania sklepu (modyfikacji plików, dodawania kodu itp.)',
    instead:
      'Całą aktualizację możemy wykonać odpłatnie. Prosimy podać obecną wersję sklepu i listę własnych zmian, a przygotujemy wycenę.',
  },
};

/**
 * The rules N1–N10 as replies: the rule in the vendor's words, and what we offer instead. In Polish, like the vendor's
 * rules; kind, because the reader asked in good faith.
 */
export function scopeClauses(): ScopeClause[] {
  return UNCOVERED_TOPICS.map((id) => {
    const { rule, instead } = CLAUSES[id];
    const text = `Dziękujemy za zgłoszenie. Zgodnie z zasadami udzielania wsparcia pomoc techniczna nie obejmuje ${rule} (${id}).\n\n${instead}`;
    return { id, title: tidy(TOPIC_LABELS.pl[id]), text: tidy(text) };
  });
}
