/** An address without the usual slips in the names of the large mail services; the same where there is none. */
export function meantEmail(email: string): string {
  return email
    .trim()
    .replace(/@(?:gmial|gmal|gamil|gnail|gmai)\.com$|@gmail\.(?:con|cm|om)$/i, '@gmail.com')
    .replace(/\.con$/i, '.com')
    .replace(/\.lp$/i, '.pl');
}
