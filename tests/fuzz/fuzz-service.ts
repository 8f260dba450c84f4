import type { Route } from '../../src/api/http/route.ts';
import { ROUTES } from '../../src/api/routes.ts';
import { serve } from '../../src/serve.ts';
import { goodRequest, pathWith } from '../authorisation/good-requests.ts';
import { expectedOf } from '../authorisation/who-may.ts';
import { CALLERS, type CallerName, createWorld, type World, type WorldTicket } from '../authorisation/world.ts';
import { type ContractSchemas, contractSchemas, fromShape, shapesOf } from './from-schema.ts';
import { judge } from './judge.ts';
import { mutatedBody } from './mutate-json.ts';
import { type Drawn, mutateRequest, ofAnother, type Pool } from './mutate-request.ts';
import { type Random, random } from './random.ts';
import { ask, toBytes, type WireAnswer } from './wire.ts';

/** Requests that one world takes: after more of them hardly anybody would still be signed in. */
const OF_A_WORLD = 400;

/** Routes after which a ticket's token may open another ticket: last in each world. */
const MERGES = /\/(merge|unmerge|same-person)$/;

/** Whoever changes this one's ticket opens it again, and their token with it. */
const EXPIRED = 'a token 31 days after closing' satisfies CallerName;

/** Routes that are no API: pages, files and what machines ask. */
const ELSEWHERE: Route[] = [
  '/',
  '/desk',
  '/desk/',
  '/pomoc.js',
  '/panel/a1.js',
  '/docs',
  '/awaria',
  '/api/v1/openapi.json',
  '/health/live',
  '/health/ready',
  '/.well-known/security.txt',
  '/api/v1/nothing',
].map((path) => ({
  method: 'GET',
  path,
  access: 'anyone',
  answer: () => Promise.reject(new Error('is served elsewhere')),
}));

/** A request that was answered as none should be. */
export interface Finding {
  /** which request of the seed */
  index: number;
  route: string;
  caller: CallerName;
  wrong: string[];
  request: string;
  answer: string;
}

export interface FuzzReport {
  requests: number;
  /** how often each route was answered with each status */
  answers: Map<string, Map<string, number>>;
  findings: Finding[];
}

/** What one world of requests shares. */
interface Round {
  world: World;
  port: number;
  schemas: ContractSchemas;
  pool: Pool;
  secrets: string[];
  /** callers who have proven or set up something since, so that they may do more than they could */
  changed: Set<CallerName>;
  random: Random;
}

/**
 * Asks the service over real connections, as everybody whom the authorisation matrix knows, every route of its table in
 * turn: with good requests, and with good ones that were spoilt. The engine is that of the process.
 * @param seed the same requests for the same seed, but for tokens and numbers, which each world makes anew
 * @param onProgress is told after each world how many were asked, and what was found so far
 */
export async function fuzzService(
  requests: number,
  seed: number,
  onProgress: (asked: number, report: FuzzReport) => void = () => {},
): Promise<FuzzReport> {
  const report: FuzzReport = { requests, answers: new Map(), findings: [] };
  const schemas = await contractSchemas();
  const routes = [...ROUTES, ...ELSEWHERE];
  const early = routes.filter(({ path }) => !MERGES.test(path));
  const late = routes.filter(({ path }) => MERGES.test(path));
  const ownNames = Object.getOwnPropertyNames(Object.prototype).length;
  for (let begun = 0; begun < requests; begun += OF_A_WORLD) {
    const count = Math.min(OF_A_WORLD, requests - begun);
    const lastOnes = Math.ceil((count * late.length) / routes.length);
    await inWorld(schemas, async (round) => {
      for (let index = begun; index < begun + count; index++) {
        const isLate = index >= begun + count - lastOnes;
        const route = (isLate ? late : early)[index % (isLate ? late : early).length] as Route;
        await oneRequest({ ...round, random: random(seed * 1_000_003 + index) }, route, index, isLate, report);
      }
    });
    if (Object.getOwnPropertyNames(Object.prototype).length !== ownNames)
      throw new Error('Object.prototype was changed');
    onProgress(begun + count, report);
  }
  return report;
}

async function inWorld(schemas: ContractSchemas, work: (round: Round) => Promise<void>): Promise<void> {
  const world = await createWorld();
  const server = await serve((request, bindings) => world.api.app.fetch(request, bindings), {
    port: 0,
    host: '127.0.0.1',
  });
  const ids = Object.values(world.ids);
  const names = [
    ...world.tickets.flatMap(({ number, attachment }) => [number, attachment]),
    ...ids,
    ...Object.values(world.incidents).map(String).slice(0, 3),
    ...['1', '2', '3', '999999'],
  ];
  const queryNames = [...new Set(schemas.queries.flatMap(({ shape }) => Object.keys(shape.properties ?? {})))];
  const secrets = Object.values(world.callers).flatMap(({ headers }) =>
    Object.values(headers).map((value) => value.split(/[ =]/).at(-1) ?? ''),
  );
  try {
    await work({
      world,
      port: server.port,
      schemas,
      pool: { names, queryNames: [...queryNames, 'q', 'cursor'] },
      secrets: [...secrets, world.password].filter((secret) => secret.length > 16),
      changed: new Set(),
      random: random(0),
    });
  } finally {
    await server.close();
    await world.api.discard();
  }
}

async function oneRequest(
  round: Round,
  route: Route,
  index: number,
  isLate: boolean,
  report: FuzzReport,
): Promise<void> {
  const { world, random } = round;
  const allowed = CALLERS.filter((name) => expectedOf(route, name) === 'let in');
  // Most callers are let in hardly anywhere, and nothing is found at a door that is shut.
  const caller = allowed.length > 0 && random.chance(0.7) ? random.pick(allowed) : random.pick(CALLERS);
  const drawn = await draw(round, route, caller);
  const seenLines = world.api.logLines.length;
  const answer = await ask(round.port, drawn.request);
  const faults = world.api.logLines.splice(seenLines).filter((line) => /"level":(50|60)/.test(line));
  const judging = {
    secrets: round.secrets,
    foreign: foreignTo(round, caller, isLate),
    refusedFor: drawn.isAtRoute ? whyRefused(round, route, caller, drawn, isLate) : null,
  };
  const wrong = [
    ...judge(drawn.request, answer, judging),
    ...faults.map((line) => `in the log: ${line.slice(0, 2000)}`),
  ];
  const name = `${route.method} ${route.path}`;
  count(report, name, answer);
  if (isGood(answer) && route.method !== 'GET') {
    if (route.isForSetUp || route.access === 'half-signed-in') round.changed.add(caller);
    if (drawn.parts.number === world.callers[EXPIRED].number) round.changed.add(EXPIRED);
  }
  if (wrong.length === 0) return;
  const shown = answer.outcome === 'answered' ? `${answer.status} ${answer.body.slice(0, 600)}` : answer.outcome;
  report.findings.push({
    index,
    route: name,
    caller,
    wrong,
    request: toBytes(drawn.request).toString().slice(0, 3000),
    answer: shown,
  });
}

const isGood = (answer: WireAnswer) => answer.outcome === 'answered' && answer.status >= 200 && answer.status < 300;

function count({ answers }: FuzzReport, route: string, answer: WireAnswer): void {
  const ofRoute = answers.get(route) ?? new Map<string, number>();
  const status = answer.outcome === 'answered' ? String(answer.status) : answer.outcome;
  ofRoute.set(status, (ofRoute.get(status) ?? 0) + 1);
  answers.set(route, ofRoute);
}

/** A request of this caller at this route: good, or spoilt in one to three ways. */
async function draw(round: Round, route: Route, caller: CallerName): Promise<Drawn> {
  const { world, random, pool } = round;
  const { parts, query, init } = await goodOf(world, route, caller);
  const spoilt = random.chance(0.25) ? 0 : 1 + random.below(3);
  const ofBody = init.body === undefined ? 0 : Array.from({ length: spoilt }).filter(() => random.chance(0.6)).length;
  const drawn: Drawn = {
    request: {
      method: route.method,
      target: pathWith(route, parts) + query,
      version: 'HTTP/1.1',
      headers: [['Host', 'localhost'], ['Connection', 'close'], ...Object.entries(init.headers)],
      body: bodyOf(round, init.body, ofBody),
      framing: init.body === undefined ? 'none' : 'length',
    },
    parts,
    isAtRoute: true,
    isDisguised: false,
  };
  if (spoilt === 0 && random.chance(0.5) && route.method === 'GET') drawn.request.target += goodQuery(round, query);
  // Nothing is wrong with such a request but whose it is.
  if (spoilt === 0 && random.chance(0.4)) ofAnother(drawn, route.path, pool, random);
  for (let time = ofBody; time < spoilt; time++) mutateRequest(drawn, route.path, pool, random);
  return drawn;
}

async function goodOf(world: World, route: Route, caller: CallerName) {
  if (!ELSEWHERE.includes(route)) return goodRequest(world, route, caller);
  return {
    parts: {},
    query: '',
    init: { headers: world.callers[caller].headers } as RequestInit & { headers: Record<string, string> },
  };
}

/** The good body, with what its schema allows besides; then spoilt so many times. */
function bodyOf({ schemas, random, pool }: Round, good: unknown, times: number): Buffer | null {
  if (good === undefined || good === null) return null;
  if (typeof good !== 'string') return spoiltBytes(Buffer.from(good as Uint8Array), times, random);
  const value: unknown = JSON.parse(good);
  const shapes = shapesOf(schemas, value);
  const wider =
    shapes.length > 0 && random.chance(0.6) ? fromShape(random.pick(shapes), random, [...TEXTS, ...pool.names]) : null;
  return mutatedBody(
    random.chance(0.5) ? { ...(wider as object), ...(value as object) } : (wider ?? value),
    times,
    random,
  );
}

/** Texts that fit some pattern of the contract each. */
const TEXTS = [
  'Zażółć gęślą jaźń',
  'biuro@ksiegarnia-zuraw.pl',
  '+48 600 100 200',
  'https://www.ksiegarnia-zuraw.pl',
  '7KcWt9Ru',
  '10.4.2',
  '123456',
  'a'.repeat(22),
  'b'.repeat(43),
  '2026-11-22',
  'x',
];

function spoiltBytes(bytes: Buffer, times: number, random: Random): Buffer {
  if (times === 0) return bytes;
  return random.pick([
    Buffer.alloc(0),
    bytes.subarray(0, random.below(bytes.length)),
    Buffer.alloc(256 * 1024, 'x'),
    Buffer.alloc(256 * 1024 + 1, 'x'),
    Buffer.from('MZ'.padEnd(bytes.length, '\0')),
    Buffer.from('<svg onload=alert(1)>'.padEnd(bytes.length)),
    Buffer.from('GIF89a'.padEnd(bytes.length, '\xff'), 'latin1'),
  ]);
}

function goodQuery({ schemas, random, pool }: Round, query: string): string {
  const { shape } = random.pick(schemas.queries);
  const asked = Object.entries(fromShape(shape, random, [...TEXTS, ...pool.names]) as object);
  const text = asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return text === '' ? '' : `${query === '' ? '?' : '&'}${text}`;
}

/** The tickets that a caller may read by now. */
function readableBy({ world, changed }: Round, caller: CallerName): readonly WorldTicket[] {
  if (caller !== EXPIRED || !changed.has(EXPIRED)) return world.readable[caller] ?? [];
  return world.tickets.filter(({ number }) => number === world.callers[EXPIRED].number);
}

/** Texts of tickets that a caller may not read. Once tickets were merged, a token may open others of its shop. */
function foreignTo(round: Round, caller: CallerName, isLate: boolean): string[] {
  if (expectedOf({ access: 'agent', isForSetUp: true } as Route, caller) === 'let in') return [];
  const readable = readableBy(round, caller);
  const shops = readable.map(({ shop }) => shop);
  return round.world.tickets
    .filter((ticket) => !(isLate ? shops.includes(ticket.shop) : readable.includes(ticket)))
    .map(({ text }) => text);
}

/** Why nothing good may be answered to this request; null when it may. */
function whyRefused(round: Round, route: Route, caller: CallerName, drawn: Drawn, isLate: boolean): string | null {
  if (route.access === 'ticket') {
    const isReadable = readableBy(round, caller).some(
      ({ number, attachment }) => number === drawn.parts.number || attachment === drawn.parts.id,
    );
    return isReadable || isLate ? null : 'a ticket that is not theirs';
  }
  const expected = expectedOf(route, caller);
  if (expected === 'let in' || route.access === 'anyone') return null;
  // Any text that looks like a token is one; and whose shop it must be is said by headers, which may be spoilt.
  if (route.access === 'uploader' && (drawn.isDisguised || expected === 403)) return null;
  return typeof expected === 'string' && round.changed.has(caller) ? null : `${caller} at a route for ${route.access}`;
}
