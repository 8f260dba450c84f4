/**
 * Removes personal data from the addresses in a text: values of the query, hash, user and password. Names of parameters
 * stay, as they tell which page it was.
 *
 * What an address may hold as it is, such as brackets, ends no value: only the last sign does, which may close a text around
 * the address.
 *
 * Every expression consumes what it has matched, so the time is linear in the length of the text. Do not cut the text
 * before: half of an address could end within its password, and nothing would show that.
 */
export function withoutValues(text: string): string {
  return text
    .replace(/(\/\/)[^\s/?#]*@/g, '$1')
    .replace(
      /\?([^\s#"<>]*?)(#[^\s"<>]*?)?([')]?[.,;]?)(?=[\s"<>]|$)/g,
      (_, query: string, _hash, end) => namesOf(query) + end,
    )
    .replace(/(\w:\/\/[^\s#]*)(?:#[^\s"<>]*)?/g, '$1');
}

function namesOf(query: string): string {
  const names = query.split(/[&;]/).map((pair) => pair.split('=', 1)[0]);
  return query.includes('=') ? `?${names.join('&')}` : '?';
}
