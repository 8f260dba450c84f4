/** The parts of an install address that distinguish shops (C5: one package, one domain). */
export interface ShopAddress {
  /** without one leading `www.`, in punycode, with the port when it is not the scheme's own */
  host: string;
  /** the install path, its case kept: empty, or from `/` on without a slash at the end */
  path: string;
}

/**
 * Parses an install address as it stands; null when it is no web address.
 *
 * Ignored: scheme, default port, one leading `www.`, one trailing dot, host case, query, hash, user info, trailing
 * slashes, a trailing `index.php` or `index.html`, and whether a letter of the path is written as its percent code.
 * Kept: subdomain, TLD, port, and the path with its case. The panel's own folder is part of the path: owners rename it,
 * and `policy/same-shop` compares paths by their beginnings.
 */
export function shopAddress(text: string): ShopAddress | null {
  const url = webAddress(text);
  return url && { host: comparableHost(url), path: installPath(url.pathname) };
}

/** The host of a page by its `Origin` header, as addresses have it; null for `null`, and for what is no web page. */
export function originHost(origin: string | null): string | null {
  return origin?.includes('://') ? (shopAddress(origin)?.host ?? null) : null;
}

/**
 * The host of an address for people: as it is written, so that an IDN keeps its own letters, without `www.` and default
 * port, in lower case.
 * @param text an address that `shopAddress` reads
 */
export function hostAsWritten(text: string): string {
  const host = shopAddress(text)?.host ?? '';
  const [, authority = ''] = /^(?:[a-z]+:\/\/)?([^/?#\\]*)/i.exec(text.trim()) ?? [];
  const name = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const written = name.replace(/:\d*$/, '').replace(/\.$/, '').replace(WWW, '') + (/:\d+$/.exec(host)?.[0] ?? '');
  return shopAddress(written)?.host === host ? written : host;
}

/**
 * Whether a host is private, such as localhost or an address of a local network. The registry refuses it, except for
 * the demo.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return /^(\d+\.){3}\d+$|^\[|\.(localhost|local)$/.test(name) || !name.includes('.');
}

/** Whether an install address is known on one machine or network only, as those of the demo's shops are. */
export function isPrivateAddress(text: string): boolean {
  const address = shopAddress(text);
  return address !== null && isPrivateHost(address.host);
}

const WEB = ['http:', 'https:'];

/** Labels with dots between and maybe behind them, or IPv6. The parser of `URL` takes commas and empty labels, too. */
const HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$|^\[/;

/** Only before a name with a dot: `www.pl` is a domain. */
const WWW = /^www\.(?=[^.]+\.)/;

/** The page that a folder shows by itself. */
const INDEX = /\/index\.(?:php|html?)$/i;

function installPath(pathname: string): string {
  const path = withoutTrailingSlashes(plainLetters(pathname));
  return withoutTrailingSlashes(path.replace(INDEX, ''));
}

/** What may stand in a path as it is means the same as its percent code, and codes mean the same in either case (RFC 3986, 6.2.2). */
function plainLetters(pathname: string): string {
  return pathname.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
  });
}

/** One walk from the end: the expression `/\/+$/` would restart at each slash of a path of slashes. */
function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function webAddress(text: string): URL | null {
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  if (!hasScheme && /^[^/]*@/.test(trimmed)) return null; // an e-mail address, typed into the wrong field
  const url = URL.parse(hasScheme ? trimmed : `https://${trimmed}`);
  return url && WEB.includes(url.protocol) && HOST.test(url.hostname) ? url : null;
}

function comparableHost(url: URL): string {
  const name = url.hostname.replace(/\.$/, '').replace(WWW, '');
  return url.port ? `${name}:${url.port}` : name;
}
