import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fillPage, rowsOf, type Values } from './fill-page.ts';
import { encodeIso88592 } from './iso-8859-2.ts';

export interface DemoAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

export interface DemoOptions {
  /** The origin that serves the widget's script, e.g. `http://localhost:4100`. */
  scriptOrigin: string;
  /** The port in the shops' own addresses. */
  port: number;
}

interface Shop {
  /** Folder under `pages/`, and the first label of the host. */
  name: string;
  charset: 'utf-8' | 'iso-8859-2';
  front: string;
  panel: string;
  supportNumber: string;
}

interface Page {
  file: string;
  /** The list of `data.json` whose row `?id_poz=` chooses. */
  list?: 'orders' | 'products';
}

const shops: Shop[] = [
  { name: 'zuraw', charset: 'utf-8', front: '/', panel: '/zarzadzanie/', supportNumber: '7KcWt9Ru' },
  { name: 'rowery', charset: 'utf-8', front: '/sklep/', panel: '/sklep/zarzadzanie/', supportNumber: '4fMqZ8xB' },
  { name: 'smaki', charset: 'iso-8859-2', front: '/', panel: '/zarzadzanie/', supportNumber: 'Hh2PvN6s' },
];

/** Every panel has the same set of pages, under the panel's own folder. Nothing else is ever read from disk. */
const panelPages = new Map<string, Page>([
  ['', { file: 'home.html' }],
  ['index.php', { file: 'home.html' }],
  ['sprzedaz/zamowienia.php', { file: 'orders.html' }],
  ['sprzedaz/zamowienie.php', { file: 'order.html', list: 'orders' }],
  ['produkty/produkty.php', { file: 'products.html' }],
  ['produkty/produkt.php', { file: 'product.html', list: 'products' }],
  ['pomoc.php', { file: 'help.html' }],
  ['panel.css', { file: 'panel.css' }],
  ['panel.js', { file: 'panel.js' }],
]);

const mediaTypes: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** The vendor's own website, which is no shop's: the form stands in it by one call. */
const VENDOR = 'producent.localhost';

const vendorPages: Record<string, string> = { '/': 'vendor.html', '/mount.js': 'mount.js' };

/** Answers a request to one of the demo hosts, or null when host or path is not the demo's. */
export function serveDemo(request: { host: string; path: string }, options: DemoOptions): DemoAnswer | null {
  const host = request.host.toLowerCase().replace(/:\d*$/, '');
  const [path = '', query = ''] = request.path.split('?', 2);
  if (host === 'localhost' || host === '127.0.0.1') return serveIndex(path, options);
  if (host === VENDOR) return serveVendor(path, options);
  const shop = shops.find(({ name }) => [`${name}.localhost`, `panel.${name}.localhost`].includes(host));
  return shop ? serveShop(shop, path, new URLSearchParams(query), options) : null;
}

function serveIndex(path: string, options: DemoOptions): DemoAnswer | null {
  if (path === '/') return redirect('/demo/');
  if (path !== '/demo/' && path !== '/demo') return null;
  const origins = Object.fromEntries(shops.map((shop) => [shop.name, originOf(shop, options)]));
  const vendor = `http://${VENDOR}:${options.port}/`;
  const page = answer(200, 'utf-8', 'demo/index.html', { ...origins, vendor, script: scriptOf(options) });
  return { ...page, headers: { ...page.headers, ...strictHeaders(page.body) } };
}

function serveVendor(path: string, options: DemoOptions): DemoAnswer {
  const { scriptOrigin } = options;
  const file = vendorPages[path];
  if (!file) return { status: 404, headers: {}, body: new Uint8Array() };
  const form = `${scriptOrigin}/zgloszenie/prosty`;
  return answer(200, 'utf-8', file, { index: `${scriptOrigin}/demo/`, form, script: scriptOf(options) });
}

/**
 * The policy of the index, our own page, is as strict as possible; the shops' pages have none. Its only style sheet is
 * allowed by its hash.
 */
function strictHeaders(page: Uint8Array): Record<string, string> {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(new TextDecoder().decode(page)) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** Files of the page on which embedders try attributes and calls: in every shop, so that it is that shop's own page. */
const playground = new Map([
  ['/demo/playground/', 'playground/index.html'],
  ['/demo/playground.css', 'playground/playground.css'],
  ['/demo/playground.js', 'playground/playground.js'],
]);

/** Its policy is the one that strict pages are told to have. */
function servePlayground(
  file: string,
  { supportNumber, front }: Shop,
  values: Values,
  options: DemoOptions,
): DemoAnswer {
  const installUrl = new URL(front, `${values.origin}`).href;
  const page = answer(200, 'utf-8', file, {
    ...values,
    supportNumber,
    installUrl,
    index: `${options.scriptOrigin}/demo/`,
  });
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${options.scriptOrigin}`,
    `connect-src 'self' ${options.scriptOrigin}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
  return { ...page, headers: { ...page.headers, 'content-security-policy': policy.join('; ') } };
}

function serveShop(shop: Shop, path: string, query: URLSearchParams, options: DemoOptions): DemoAnswer {
  if (path === '/favicon.ico') return { status: 204, headers: {}, body: new Uint8Array() };
  if (isMissingSlash(shop, path)) return redirect(`${path}/`);
  const values = valuesOf(shop, query, options);
  if (path === shop.front) return answer(200, shop.charset, 'front.html', values);
  const tryOut = playground.get(path);
  if (tryOut) return servePlayground(tryOut, shop, values, options);
  const page = path.startsWith(shop.panel) ? panelPages.get(path.slice(shop.panel.length)) : undefined;
  const row = page && rowFor(page, query, values);
  if (!page || !row) return answer(404, shop.charset, `${shop.name}/not-found.html`, values);
  return answer(200, shop.charset, `${shop.name}/${page.file}`, { ...values, ...row });
}

function isMissingSlash(shop: Shop, path: string): boolean {
  return `${path}/` === shop.panel || (path !== '' && `${path}/` === shop.front);
}

function valuesOf(shop: Shop, query: URLSearchParams, options: DemoOptions): Values {
  const data = JSON.parse(readFileSync(new URL(`pages/${shop.name}/data.json`, import.meta.url), 'utf8')) as Values;
  return {
    ...data,
    recentOrders: rowsOf(data, 'orders').slice(0, 4),
    saved: query.has('zapisano') ? [{}] : [],
    origin: originOf(shop, options),
    script: scriptOf(options),
    charset: shop.charset,
    panel: shop.panel,
  };
}

/** The order or product the page is about: the first one when the address names none, undefined when it names a wrong one. */
function rowFor(page: Page, query: URLSearchParams, values: Values): Values | undefined {
  if (!page.list) return {};
  const rows = rowsOf(values, page.list);
  const id = query.get('id_poz');
  return id === null ? rows[0] : rows.find((row) => row.id === id);
}

function originOf(shop: Shop, { port }: DemoOptions): string {
  return new URL(`http://${shop.name}.localhost:${port}`).origin;
}

function scriptOf({ scriptOrigin }: DemoOptions): string {
  return `${scriptOrigin}/pomoc.js`;
}

function redirect(location: string): DemoAnswer {
  return { status: 302, headers: { location }, body: new Uint8Array() };
}

function answer(status: number, charset: Shop['charset'], file: string, values: Values): DemoAnswer {
  const text = fillPage(new URL(`pages/${file}`, import.meta.url), values);
  const mediaType = mediaTypes[file.slice(file.lastIndexOf('.') + 1)];
  return {
    status,
    headers: { 'content-type': `${mediaType}; charset=${charset}`, 'cache-control': 'no-store' },
    body: charset === 'utf-8' ? new TextEncoder().encode(text) : encodeIso88592(text),
  };
}
