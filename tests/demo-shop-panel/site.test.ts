import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type DemoAnswer, serveDemo } from '../../demo-shop-panel/site.ts';

const options = { scriptOrigin: 'http://localhost:4100', port: 4100 };

/** The widget's tag in a panel, with the panel's own page of signed identity. */
function scriptTag(home: string): string {
  const tokenUrl = `${new URL(home).pathname}pomoc-token`;
  return `<script async charset="utf-8" src="http://localhost:4100/pomoc.js" data-token-url="${tokenUrl}"></script>`;
}

const panels = [
  { name: 'zuraw', charset: 'utf-8', home: 'http://zuraw.localhost:4100/zarzadzanie/', number: '7KcWt9Ru' },
  { name: 'rowery', charset: 'utf-8', home: 'http://rowery.localhost:4100/sklep/zarzadzanie/', number: '4fMqZ8xB' },
  { name: 'smaki', charset: 'iso-8859-2', home: 'http://smaki.localhost:4100/zarzadzanie/', number: 'Hh2PvN6s' },
];

const pagesOfEachPanel = [
  '',
  'index.php',
  'sprzedaz/zamowienia.php',
  'sprzedaz/zamowienie.php',
  'produkty/produkty.php',
  'produkty/produkt.php',
  'pomoc.php',
];

function get(address: string): DemoAnswer | null {
  const { host, pathname, search } = new URL(address);
  return serveDemo({ host, path: pathname + search }, options);
}

function request(host: string, path: string): DemoAnswer | null {
  return serveDemo({ host, path }, options);
}

/** Decodes a body by the charset its own header declares, as a browser does. */
function textOf(answer: DemoAnswer | null): string {
  const charset = answer?.headers['content-type']?.split('charset=')[1];
  return new TextDecoder(charset, { fatal: true }).decode(answer?.body);
}

/** Where the links, forms, style sheets and scripts of a page lead, `<base href>` included. */
function linksOf(html: string, address: string): string[] {
  const base = new URL(/<base href="([^"]*)"/.exec(html)?.[1] ?? '', address);
  return [...html.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)]
    .map(([, link = '']) => new URL(link.replaceAll('&amp;', '&'), base).href)
    .filter((link) => link.startsWith('http') && link !== 'http://localhost:4100/pomoc.js');
}

/** Every page that can be reached by clicking, with its text. */
function crawl(start: string): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = [start];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (found.has(address)) continue;
    const answer = get(address);
    expect(answer?.status, address).toBe(200);
    const text = textOf(answer);
    found.set(address, text);
    if (answer?.headers['content-type']?.startsWith('text/html')) waiting.push(...linksOf(text, address));
  }
  return found;
}

describe.each(panels)('the panel $name', ({ charset, home, number }) => {
  test('declares its charset in the header and in the page', () => {
    expect(get(home)?.headers['content-type']).toBe(`text/html; charset=${charset}`);
    expect(textOf(get(home))).toMatch(new RegExp(`<meta [^>]*charset="?${charset}"`));
  });

  test.each(pagesOfEachPanel)('page „%s” carries the script tag once and the entry of the panel', (page) => {
    const html = textOf(get(home + page));
    expect(html.split(scriptTag(home))).toHaveLength(2);
    expect(html.split('/pomoc.js')).toHaveLength(2);
    expect(html.split('id="PomocOnline"')).toHaveLength(2);
    expect(html).toContain('POMOC ONLINE');
    expect(html).toContain('<html lang="pl">');
  });

  test('tells the support number on its home page only', () => {
    const pagesWithNumber = [...crawl(home)].filter(([, text]) => text.includes(number)).map(([address]) => address);
    expect(pagesWithNumber).toContain(home);
    for (const address of pagesWithNumber) expect([home, `${home}index.php`]).toContain(address);
  });

  test('has no dead link, and every page can be reached by clicking', () => {
    const reached = [...crawl(home).keys()].map((address) => address.split('?')[0]);
    for (const page of pagesOfEachPanel) expect(reached).toContain(home + page);
    expect(reached).toContain(home.replace('zarzadzanie/', ''));
  });

  test('leaves no placeholder in what it serves', () => {
    for (const [address, text] of crawl(home)) expect(text, address).not.toMatch(/\{\{|\}\}/);
  });

  test('shows the order and the product the address names', () => {
    const orders = textOf(get(`${home}sprzedaz/zamowienia.php`));
    const ids = [...orders.matchAll(/zamowienie\.php\?id_poz=(\d+)/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(4);
    for (const id of ids) expect(textOf(get(`${home}sprzedaz/zamowienie.php?id_poz=${id}`))).toContain(`nr ${id}`);
    expect(get(`${home}sprzedaz/zamowienie.php?id_poz=1`)?.status).toBe(404);
    expect(get(`${home}produkty/produkt.php?id_poz=nic`)?.status).toBe(404);
  });

  test('answers a form and says that nothing was changed', () => {
    const saved = textOf(get(`${home}produkty/produkt.php?zapisano=1`));
    expect(saved).toContain('role="status">Formularz został przyjęty');
  });

  test('answers an unknown page with 404 and a link home', () => {
    const answer = get(`${home}nie-ma.php`);
    expect(answer?.status).toBe(404);
    expect(linksOf(textOf(answer), `${home}nie-ma.php`).some((link) => get(link)?.status === 200)).toBe(true);
  });

  test('serves no file outside its table', () => {
    const { host, pathname } = new URL(home);
    const attempts = [
      '../site.ts',
      '..%2f..%2fsite.ts',
      '%2e%2e/%2e%2e/site.ts',
      '..\\site.ts',
      'data.json',
      'home.html',
    ];
    for (const attempt of [...attempts, '/etc/passwd', '__proto__', 'constructor', 'panel.css/', 'panel.css%00']) {
      expect(request(host, pathname + attempt)?.status, attempt).toBe(404);
    }
  });

  test('sends the folder without its slash to the folder, so that relative addresses hold', () => {
    expect(get(home.slice(0, -1))).toMatchObject({ status: 302, headers: { location: new URL(home).pathname } });
  });

  test('has nothing to show as an icon, without an error in the console', () => {
    expect(get(new URL('/favicon.ico', home).href)?.status).toBe(204);
  });
});

test('each panel words its facts in its own way', () => {
  const [zuraw, rowery, smaki] = panels.map(({ home }) => textOf(get(home)));
  expect(zuraw).toContain('Numer pomocy technicznej: 7KcWt9Ru');
  expect(zuraw).toContain('Adres sklepu: http://zuraw.localhost:4100<');
  expect(zuraw).toContain('Wersja sklepu: 10.4.2');
  expect(rowery).toContain('<td><b>Numer&nbsp;pomocy</b> technicznej</td><td>4fMqZ8xB</td>');
  expect(rowery).toContain('readonly value="http://rowery.localhost:4100/sklep"');
  expect(rowery).toContain('<td>Wersja sklepu</td><td>6.1.8</td>');
  expect(smaki).toContain('<dt>Numer pomocy technicznej</dt><dd>Hh2PvN6s</dd>');
  expect(smaki).toContain('<dt>Adres sklepu</dt><dd>http://smaki.localhost:4100</dd>');
  expect(smaki).toContain('<dt>Wersja sklepu</dt><dd>8.9.0</dd>');
});

test('Źródło Smaków sends Polish letters as ISO-8859-2 bytes and quotes as entities', () => {
  const { body } = get('http://smaki.localhost:4100/zarzadzanie/') as DemoAnswer;
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
  const html = new TextDecoder('iso-8859-2').decode(body);
  expect(html).toContain('Źródło Smaków');
  expect(html).toContain('Łucja Świderska');
  expect(html).toContain('Kosz prezentowy &#8222;Łąka&#8221;');
});

test('Rowery Koło keeps an old page’s traps', () => {
  const html = textOf(get('http://rowery.localhost:4100/sklep/zarzadzanie/'));
  expect(html).not.toMatch(/<!doctype/i);
  expect(html).toContain('<base href="/sklep/zarzadzanie/">');
  expect(html).toContain('style="transform: scale(1)"');
  expect(textOf(get('http://rowery.localhost:4100/sklep/zarzadzanie/panel.js'))).toContain('Array.prototype.toJSON =');
});

test('the index leads to the three panels and carries no widget', () => {
  const html = textOf(request('localhost:4100', '/demo/'));
  for (const { home } of panels) expect(html).toContain(`href="${home}"`);
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script async charset="utf-8" src="http://localhost:4100/pomoc.js"&gt;&lt;/script&gt;');
  expect(textOf(request('127.0.0.1:4100', '/demo'))).toBe(html);
});

test('the index is as strict as a page can be, and its own style passes; the shops’ pages stay as they are', () => {
  const index = request('localhost:4100', '/demo/');
  const policy = index?.headers['content-security-policy'] ?? '';
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(textOf(index)) ?? [];
  expect(style).not.toBe('');
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
  expect(policy).not.toContain('unsafe');
  expect(textOf(index)).not.toMatch(/\sstyle=|\son\w+=/);
  expect(index?.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  expect(get('http://zuraw.localhost:4100/zarzadzanie/')?.headers['content-security-policy']).toBeUndefined();
});

test('the root of localhost leads to the index, and all else there is not the demo’s', () => {
  expect(request('localhost', '/')).toMatchObject({ status: 302, headers: { location: '/demo/' } });
  for (const path of ['/pomoc.js', '/api/v1/tickets', '/demo/../site.ts', '/favicon.ico', '']) {
    expect(request('localhost:4100', path)).toBeNull();
  }
});

test('an unknown host is not the demo’s', () => {
  for (const host of ['', 'example.com', 'zuraw.localhost.example.com', 'evil-zuraw.localhost', '__proto__']) {
    expect(request(host, '/zarzadzanie/')).toBeNull();
  }
});

test('the host is compared without its port and regardless of case', () => {
  expect(request('Zuraw.LocalHost:9999', '/zarzadzanie/')?.status).toBe(200);
});

test('the page to try attributes and calls on is each shop’s own, under the policy that strict pages are told to have', () => {
  for (const { home, number } of panels) {
    const page = get(new URL('/demo/playground/', home).href);
    expect(textOf(page)).toContain(`value="${number}"`);
    expect(page?.headers['content-security-policy']).toContain("script-src 'self' http://localhost:4100;");
    for (const file of ['playground.css', 'playground.js'])
      expect(get(new URL(`/demo/${file}`, home).href)?.status).toBe(200);
  }
});
