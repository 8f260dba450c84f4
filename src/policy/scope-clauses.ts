import { UNCOVERED_TOPICS, type UncoveredTopic } from '../contract/lists.ts';
import { TOPIC_LABELS } from '../contract/topic-labels.ts';
import { tidy } from './scope-words.ts';
import { whereUpdatesAre } from './updates.ts';

/** The text of a reply by a rule. */
export interface ScopeClause<Id extends string = UncoveredTopic> {
  /** `N1` … `N10` of `zasady-wsparcia`, or C3 */
  id: Id;
  title: string;
  text: string;
}

/** The vendor's rules in its own words, after „Pomoc techniczna nie obejmuje”. */
const CLAUSES: Record<UncoveredTopic, string> = {
  N1: 'informacji na temat sposobów samodzielnej modyfikacji i rozbudowy oprogramowania shopGold',
  N2: 'bezpłatnych czynności naprawczych, gdy błędy są wynikiem niewłaściwej modyfikacji plików, niewłaściwego dodawania modułów lub konfiguracji sklepu',
  N3: 'czynności naprawczych w przypadku błędnie wykonanej aktualizacji sklepu',
  N4: 'czynności naprawczych w przypadku problemów powstałych na skutek niestosowania się do podstawowych zasad bezpieczeństwa (wirusy, konie trojańskie itp.)',
  N5: 'modyfikacji szablonów według indywidualnych życzeń, chyba że przed zakupem oprogramowania zostały ustalone indywidualne warunki',
  N6: 'kolejnych instalacji raz już zainstalowanego przez naszą firmę programu',
  N7: 'instalacji w sklepach Klientów aktualizacji programu udostępnianych przez naszą firmę',
  N8: 'weryfikacji i sprawdzania poprawności plików importowanych do sklepu (CSV oraz XML)',
  N9: 'weryfikacji i sprawdzania konfiguracji serwera, gdy sklep działa błędnie z jej powodu',
  N10: 'pomocy w zakresie aktualizacji oprogramowania sklepu (modyfikacji plików, dodawania kodu itp.)',
};

/**
 * The rules N1–N10 as replies: the rule in the vendor's words, and that we answer whether and on what terms it can be
 * done; no more is promised. In Polish, like the vendor's rules; kind, because the reader asked in good faith.
 */
export function scopeClauses(): ScopeClause[] {
  return UNCOVERED_TOPICS.map((id) => {
    const text = `Dziękujemy za zgłoszenie. Zgodnie z zasadami udzielania wsparcia pomoc techniczna nie obejmuje ${CLAUSES[id]}.\n\nSprawdzimy, czy możemy to dla Ciebie zrobić, i odpowiemy, na jakich warunkach.`;
    return { id, title: tidy(TOPIC_LABELS.pl[id]), text: tidy(text) };
  });
}

/** C3 as a reply: where updates are, and with which account. */
export function updatesClause(url: string): ScopeClause<'C3'> {
  const text = `Dziękujemy za zgłoszenie. ${whereUpdatesAre('pl')}\n\n${url}`;
  return { id: 'C3', title: tidy(TOPIC_LABELS.pl.updates), text };
}
