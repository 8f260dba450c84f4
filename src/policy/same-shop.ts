/** The parts of an install address that distinguish shops (C5: one package, one domain). */
export interface ShopAddress {
  /** host without one leading `www.`, in punycode, with the port when it is not the scheme's own */
  host: string;
  /** `host` and install path: equal keys mean the same shop */
  key: string;
}

/**
 * Parses an install address; null when it is no web address.
 *
 * Ignored: scheme, default port, one leading `www.`, one trailing dot, host case, query, hash, user info, trailing
 * slashes and a trailing `index.php`. Kept: subdomain, TLD, port, and the path with its case. The panel's own folder is
 * part of the path: owners rename it, and nothing we hold tells a panel's folder from a shop's.
 */
export function shopAddress(text: string): ShopAddress | null {
  const url = webAddress(text);
  if (!url) return null;
  const host = comparableHost(url);
  return { host, key: host + installPath(url.pathname) };
}

const INDEX = '/index.php';

function installPath(pathname: string): string {
  const path = withoutTrailingSlashes(pathname);
  return path.endsWith(INDEX) ? withoutTrailingSlashes(path.slice(0, -INDEX.length)) : path;
}

/** One walk from the end: the expression `/\/+$/` would restart at each slash of a path of slashes. */
function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/**
 * Whether a host is private, such as localhost or an address of a local network. The registry refuses it, except for
 * the demo.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return /^(\d+\.){3}\d+$|^\[|\.(localhost|local)$/.test(name) || !name.includes('.');
}

const WEB = ['http:', 'https:'];

function webAddress(text: string): URL | null {
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  if (!hasScheme && /^[^/]*@/.test(trimmed)) return null; // an e-mail address, typed into the wrong field
  const url = URL.parse(hasScheme ? trimmed : `https://${trimmed}`);
  return url && WEB.includes(url.protocol) && url.hostname ? url : null;
}

function comparableHost(url: URL): string {
  const name = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  return url.port ? `${name}:${url.port}` : name;
}
