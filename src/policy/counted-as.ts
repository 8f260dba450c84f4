/** Where dots in the local part mean nothing: whoever has one address has them all. */
const WITHOUT_DOTS = ['gmail.com', 'googlemail.com'];

/**
 * The name under which letters to an address are counted: one for all addresses that bring them to the same person, as one
 * who floods somebody writes the same address in a thousand ways. The case does not count, nor what stands after a plus,
 * quotation marks, the dots of Gmail, how the domain's letters are encoded, and a dot after it. For counting only: letters
 * go to the address as it was written.
 */
export function countedAs(address: string): string {
  const written = address.normalize('NFKC').toLowerCase();
  const at = written.lastIndexOf('@');
  const local = withoutQuotes(written.slice(0, Math.max(at, 0))).replace(/(?<=.)\+.*$/s, '');
  const domain = asciiDomain(written.slice(at + 1));
  if (!WITHOUT_DOTS.includes(domain)) return `${local}@${domain}`;
  return `${local.replaceAll('.', '')}@${WITHOUT_DOTS[0]}`;
}

function withoutQuotes(local: string): string {
  const [, inside] = /^"(.*)"$/s.exec(local) ?? [];
  return inside === undefined ? local : inside.replace(/\\(.)/gs, '$1');
}

function asciiDomain(domain: string): string {
  const bare = domain.replace(/\.+$/, '');
  return URL.parse(`http://${bare}`)?.hostname ?? bare;
}
