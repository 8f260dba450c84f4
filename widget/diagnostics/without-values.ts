/**
 * A text in which addresses lose what may be about a person: the values of their query, the hash, user and password.
 * The names of the parameters stay, they say which page it was.
 *
 * Every expression consumes what it looked at, so that the time grows with the length of the text alone. The text must
 * not be cut before: half of an address could end within its password, where nothing shows that it is one.
 */
export function withoutValues(text: string): string {
  return text
    .replace(/(\w:\/\/)[^\s/?#@]*@/g, '$1')
    .replace(/\?([^\s#"'()<>]*)(#[^\s"'()<>]*)?/g, (_, query: string) => namesOf(query))
    .replace(/(\w:\/\/[^\s#]*)(?:#[^\s"'()<>]*)?/g, '$1');
}

function namesOf(query: string): string {
  const names = query.split(/[&;]/).map((pair) => pair.split('=', 1)[0]);
  return query.includes('=') ? `?${names.join('&')}` : '?';
}
