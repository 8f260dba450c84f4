/** A calendar day such as `2027-03-14` in words of a language: „14 marca 2027”. Days of the contract have no zone. */
export function dayInWords(day: string, locale: string): string {
  return new Date(day).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
