import { PATH_PARAMETERS, type PathParameter } from '../../src/contract/path-parameters.ts';
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import type { Random } from './random.ts';
import type { WireRequest } from './wire.ts';

/** A request on its way to be one of a fuzzer, with what was done to it that decides what may be answered. */
export interface Drawn {
  request: WireRequest;
  /** what stands for the parameters of the path */
  parts: Record<string, string>;
  /** whether path and method are still those of the route */
  isAtRoute: boolean;
  /** whether the caller's own credentials were changed */
  isDisguised: boolean;
}

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'post',
  'QUERY',
  'M-SEARCH',
];

const CONTENT_TYPES = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset="utf-8"',
  'application/json;',
  'application/problem+json',
  'APPLICATION/JSON',
  'application/json, text/plain',
  'application/octet-stream',
  'application/xml',
];

/** Headers that the service or what stands before it reads, with values that somebody took for others. */
const HEADERS: Record<string, readonly string[]> = {
  Accept: ['text/html', '*/*;q=0', 'image/png', ','],
  'Accept-Language': ['pl', 'en-GB,en;q=0.9', '*', 'tlh', `${'pl,'.repeat(2000)}`, ';q=9', 'pl;q=0'],
  'Accept-Encoding': ['identity;q=0', 'br', 'gzip;q=nan'],
  Authorization: [
    'Bearer',
    'Bearer ',
    'bearer x',
    'Basic YTpi',
    `Bearer ${'a'.repeat(43)}`,
    `Bearer ${'.'.repeat(500)}`,
    'Bearer a b',
  ],
  'Content-Encoding': ['gzip', 'br', 'x', 'identity'],
  'Content-Range': [
    'bytes 0-69/70',
    'bytes 0-0/1',
    'bytes 5-2/9',
    'bytes */9',
    'bytes 0-9/*',
    'bytes 0-1,3-4/9',
    'bytes 0-99999999999/99999999999',
    'bytes -1-5/9',
    'items 0-1/2',
    'bytes 0-9007199254740993/9007199254740994',
  ],
  Cookie: [
    '__Host-pomoc-desk=',
    '__Host-pomoc-desk=d_x; __Host-pomoc-desk=d_y',
    '=',
    ';;;',
    '__proto__=x',
    'a=%',
    '__Host-pomoc-second-step=h_%00',
  ],
  Expect: ['100-continue', 'x'],
  Forwarded: ['for=127.0.0.1;proto=https', 'for="[::1'],
  Host: [
    '',
    'evil.example',
    'localhost:99999',
    'a b',
    '[::1',
    'localhost, evil.example',
    'localhost/../x',
    '\u0000',
    'x'.repeat(300),
  ],
  'Idempotency-Key': [
    '',
    'short',
    'x'.repeat(255),
    'x'.repeat(256),
    'ż'.repeat(20),
    '__proto__________',
    'test-key-0000000000000001',
  ],
  'If-Match': ['*', '"x"'],
  'If-Modified-Since': ['Sun, 22 Nov 2026 09:00:00 GMT', 'x'],
  'If-None-Match': ['*', '"x"', 'W/"x", "y"', '"', `${'"x",'.repeat(1000)}`],
  'Last-Event-ID': ['0', '-1', '1e400', '9'.repeat(30), 'x', '\u0000', '0x10', ' '],
  Origin: [
    'null',
    'https://evil.example',
    'http://localhost:4100',
    'https://www.ksiegarnia-zuraw.pl',
    'x',
    `https://${'a.'.repeat(500)}pl`,
    'https://[::1',
    'file://',
  ],
  Range: [
    'bytes=0-0',
    'bytes=0-0,5-9',
    'bytes=-1',
    'bytes=9-1',
    `bytes=${'0-0,'.repeat(1000)}0-0`,
    'items=0-1',
    'bytes=99999999999999999999-',
  ],
  Referer: ['https://evil.example/', 'x'],
  'Sec-Fetch-Site': ['cross-site', 'same-site', 'none', 'same-origin', 'x'],
  'Transfer-Encoding': ['chunked', 'gzip, chunked', 'identity', 'x'],
  Upgrade: ['websocket', 'h2c'],
  'X-File-Name': [
    '',
    '%',
    '%00.png',
    '%E2%80%AEgnp.bat',
    '../../x.png',
    'con.png',
    'x'.repeat(3000),
    '%ff.png',
    'a.png.exe',
    '%ED%A0%80.png',
  ],
  'X-Forwarded-For': ['127.0.0.1', '::1', '1.2.3.4, 5.6.7.8', 'x', '1.2.3.4:5555', ','.repeat(500)],
  'X-Forwarded-Host': ['evil.example'],
  'X-HTTP-Method-Override': ['DELETE', 'GET'],
  'X-Install-Url': [
    '',
    'x',
    'javascript:alert(1)',
    'https://www.ksiegarnia-zuraw.pl',
    `https://a.example${'/'.repeat(2500)}x`,
    'http://rowery-kolo.pl/sklep',
    'https://%',
  ],
  'X-Original-URL': ['/api/desk/agents'],
  'X-Request-Id': ['x', '\u0000', 'x'.repeat(5000), '{"level":60}'],
  'X-Support-Number': ['', '7KcWt9Ru', '4fMqZ8xB', '__proto__', '\u0000', 'x'.repeat(40)],
};

const PATH_TEXTS = [
  '%00',
  '%',
  '%ff',
  '%ED%A0%80',
  '%2e%2e',
  '%2F',
  '..',
  '.',
  '',
  '-1',
  '0',
  '1e3',
  '9'.repeat(30),
  '2147483648',
  '99999999999',
  '__proto__',
  'constructor',
  'a%20b',
  '%d9%a1',
  "'",
  ';x=1',
  '*',
  'ż',
  '%F0%9F%98%80',
];

/** What the mutations may choose from: names of the world, and of queries. */
export interface Pool {
  /** texts that name something, of this caller or of others */
  names: readonly string[];
  queryNames: readonly string[];
}

/** Changes one thing of a request that is not its body. */
export function mutateRequest(drawn: Drawn, path: string, pool: Pool, random: Random): void {
  const { request } = drawn;
  const kind = random.below(14);
  if (kind < 3) aHeader(drawn, random);
  else if (kind === 3) again(drawn, random);
  else if (kind === 4) {
    request.method = random.pick(METHODS);
    drawn.isAtRoute = false;
  } else if (kind === 5) setHeader(request, 'Content-Type', random.pick(CONTENT_TYPES));
  else if (kind < 9) aPart(drawn, path, pool, random);
  else if (kind === 9) aPath(drawn, random);
  else if (kind < 12) request.target += aQuery(request.target, pool, random);
  else if (kind === 12) aFraming(drawn, random);
  else manyHeaders(request, random);
}

function setHeader(request: WireRequest, name: string, value: string): void {
  const others = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  request.headers = value === '' ? others : [...others, [name, value]];
}

const isCredential = (name: string) => /^(authorization|cookie)$/i.test(name);

function aHeader(drawn: Drawn, random: Random): void {
  const name = random.pick(Object.keys(HEADERS));
  const value = random.chance(0.2) ? random.pick(HOSTILE_STRINGS) : random.pick(HEADERS[name] ?? ['']);
  if (isCredential(name)) drawn.isDisguised = true;
  setHeader(drawn.request, name, value);
}

/** A header that is there already, once more, with the same value or another one. */
function again(drawn: Drawn, random: Random): void {
  const { request } = drawn;
  const [name, value] = random.pick(request.headers);
  if (isCredential(name)) drawn.isDisguised = true;
  request.headers.push([name, random.chance(0.5) ? value : random.pick(HEADERS[name] ?? HOSTILE_STRINGS)]);
}

/** Something else for a parameter of the path: nothing that could be one, or what is there and is somebody else's. */
function aPart(drawn: Drawn, path: string, pool: Pool, random: Random): void {
  if (!path.includes(':')) aPath(drawn, random);
  else if (random.chance(0.6)) ofAnother(drawn, path, pool, random);
  else putPart(drawn, path, random.pick(PATH_TEXTS), random);
}

/** Names something else that is there: of the caller, or of somebody else. */
export function ofAnother(drawn: Drawn, path: string, { names }: Pool, random: Random): void {
  putPart(
    drawn,
    path,
    (name) => {
      const fitting = names.filter((text) => PATH_PARAMETERS[name as PathParameter].safeParse(text).success);
      return random.pick(fitting.length > 0 ? fitting : names);
    },
    random,
  );
}

function putPart(drawn: Drawn, path: string, text: string | ((name: string) => string), random: Random): void {
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  if (parameters.length === 0) return;
  const name = random.pick(parameters);
  const other = typeof text === 'string' ? text : text(name);
  drawn.request.target = drawn.request.target.replace(`/${drawn.parts[name] ?? ''}`, `/${other}`);
  drawn.parts = { ...drawn.parts, [name]: other };
  if (!/^[\w-]+$/.test(other)) drawn.isAtRoute = false;
}

function aPath(drawn: Drawn, random: Random): void {
  const { request } = drawn;
  const [path = '', query] = request.target.split('?');
  const changed = random.pick([
    `/${path}`,
    `${path}/`,
    path.toUpperCase(),
    path.replace('/api', '/%61pi'),
    path.replace('/desk', '/v1/../desk'),
    `${path}%00`,
    `${path}?`,
    `${path}#x`,
    path.replaceAll('/', '//'),
    path.replaceAll('/', '\\'),
    `http://evil.example${path}`,
    `${path}/../..`,
    '*',
    '',
    `${path}/${'a'.repeat(17_000)}`,
    path.slice(0, random.below(path.length + 1)),
    `${path}.json`,
    `${path};jsessionid=1`,
  ]);
  request.target = query === undefined ? changed : `${changed}?${query}`;
  drawn.isAtRoute = false;
}

function aQuery(target: string, { names, queryNames }: Pool, random: Random): string {
  const name = random.chance(0.8)
    ? random.pick(queryNames)
    : random.pick(['__proto__', 'constructor', 'toString', '', '%', 'x[]', 'token']);
  const text = random.chance(0.3) ? random.pick(names) : random.pick(HOSTILE_STRINGS);
  const value = random.chance(0.8)
    ? encodeURIComponent(text.toWellFormed())
    : random.pick(['%', '%00', '%ff', '+', '%ED%A0%80', 'a&a', '']);
  const first = `${target.includes('?') ? '&' : '?'}${name}=${value.slice(0, 6000)}`;
  return random.chance(0.2) ? `${first}&${name}=1&${name}=${value.slice(0, 100)}` : first;
}

function aFraming(drawn: Drawn, random: Random): void {
  const { request } = drawn;
  const old = request.framing;
  request.framing = random.pick(['chunked', 'too-short', 'too-long', 'none', 'broken-chunks'] as const);
  if (request.body === null) request.framing = random.pick(['chunked', 'broken-chunks', old] as const);
  if (random.chance(0.2)) request.version = random.pick(['HTTP/1.0', 'HTTP/1.2', 'HTTP/2', 'HTTP', '']);
  drawn.isAtRoute = false;
}

function manyHeaders(request: WireRequest, random: Random): void {
  const count = random.pick([90, 99, 120]);
  if (random.chance(0.5)) for (let index = 0; index < count; index++) request.headers.push([`X-Nothing-${index}`, 'x']);
  else
    request.headers.push([
      random.pick(['X-Nothing', 'Cookie', 'Referer']),
      'x'.repeat(random.pick([7000, 16_000, 64_000])),
    ]);
}
