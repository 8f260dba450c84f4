const plural = new Intl.PluralRules('pl');

const FORMS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'nowa odpowiedź', few: 'nowe odpowiedzi' };

/** „1 nowa odpowiedź”, „2 nowe odpowiedzi”, „5 nowych odpowiedzi”. */
export function unreadInWords(count: number): string {
  return `${count}\u00a0${FORMS[plural.select(count)] ?? 'nowych odpowiedzi'}`;
}

/** The sign of an advisory, behind the entry's name. */
export const advised = 'ważna poprawka dla Twojej wersji sklepu';
