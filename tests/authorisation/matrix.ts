import type { Access } from '../../src/api/http/access.ts';
import type { Route } from '../../src/api/http/route.ts';
import { ROUTES } from '../../src/api/routes.ts';
import { goodRequest, pathWith } from './good-requests.ts';
import { type Expected, expectedOf } from './who-may.ts';
import { CALLERS, type CallerName, createWorld, type World } from './world.ts';

/** Those who have no second factor, and are signed in. */
const WITHOUT_FACTOR: readonly CallerName[] = [
  'an admin whose grace is over',
  'an agent with a password only, in the grace',
];

/** One route asked by one caller. */
export interface Cell {
  caller: CallerName;
  status: number;
  expected: Expected;
  /** what a refusal said, to be compared byte for byte */
  body: string;
  asDeclared: boolean;
}

export interface MatrixRow {
  route: string;
  access: Access;
  cells: Cell[];
}

/** Asks every route of `api/routes` as every caller. */
export async function authorisationMatrix(routes: readonly Route[] = ROUTES): Promise<MatrixRow[]> {
  const world = await createWorld();
  const putBack = await world.api.keep();
  const rows: MatrixRow[] = [];
  for (const route of routes) {
    const { method, path, access } = route;
    const cells: Cell[] = [];
    for (const caller of CALLERS) cells.push(await ask(world, route, caller));
    rows.push({ route: `${method} ${path}`, access, cells });
    // Signing out and the like must not change who is who for the next one. Reading changes nobody.
    if (method !== 'GET') await putBack();
  }
  await world.api.discard();
  return rows;
}

/** What was answered; of a stream that goes on as long as somebody listens, nothing. */
async function bodyOf(response: Response): Promise<string> {
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response.text();
  await response.body?.cancel();
  return '';
}

async function ask(world: World, route: Route, name: CallerName): Promise<Cell> {
  const { parts, query, init } = await goodRequest(world, route, name);
  const response = await world.api.app.request(pathWith(route, parts) + query, init);
  const expected = expectedOf(route, name);
  const body = await bodyOf(response);
  return {
    caller: name,
    status: response.status,
    expected,
    body,
    asDeclared: isAs(expected, response, body) || hasNothingYet(route, name, response),
  };
}

function isAs(expected: Cell['expected'], { ok, status }: Response, body: string): boolean {
  if (expected === 'let in') return ok;
  if (typeof expected === 'number') return status === expected;
  return status === 403 && JSON.parse(body).code === expected;
}

/** Who has no factor yet may ask for all that concerns factors, and is told that there is none. */
function hasNothingYet({ isForSetUp }: Route, name: CallerName, { status }: Response): boolean {
  return isForSetUp === true && WITHOUT_FACTOR.includes(name) && [404, 409].includes(status);
}
