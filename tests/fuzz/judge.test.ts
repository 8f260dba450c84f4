import { expect, test } from 'vitest';
import { type Judging, judge } from './judge.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

const REQUEST: WireRequest = {
  method: 'GET',
  target: '/api/v1/tickets/1000015',
  version: 'HTTP/1.1',
  headers: [],
  body: null,
  framing: 'none',
};
const NOSNIFF: [string, string] = ['x-content-type-options', 'nosniff'];
const MISSING = { type: 'about:blank', title: 'There is nothing here', status: 404, code: 'not-found' };

function answer(status: number, body: unknown, ...headers: [string, string][]): WireAnswer {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { outcome: 'answered', status, headers: [NOSNIFF, ['content-type', type], ...headers], body: text };
}

function faults(given: WireAnswer, judging: Partial<Judging> = {}, request: Partial<WireRequest> = {}): string[] {
  return judge({ ...REQUEST, ...request }, given, { secrets: [], foreign: [], refusedFor: null, ...judging });
}

test('nothing is said of answers as they should be', () => {
  expect(faults(answer(200, {}))).toEqual([]);
  expect(faults(answer(404, MISSING))).toEqual([]);
  expect(faults(answer(404, ''), {}, { method: 'HEAD' })).toEqual([]);
  expect(faults({ outcome: 'hung-up' }, {}, { framing: 'too-long' })).toEqual([]);
});

test.each<[string, string[], WireAnswer, Partial<Judging>?]>([
  ['silence', ['no answer'], { outcome: 'silent' }],
  ['hanging up', ['hung up without an answer'], { outcome: 'hung-up' }],
  ['a fault', ['500'], answer(500, { ...MISSING, status: 500, code: 'internal' })],
  ['no time to come back', ['503 without Retry-After'], answer(503, { ...MISSING, status: 503, code: 'unavailable' })],
  ['HTML', ['404 that is no problem document'], { ...answer(404, ''), headers: [NOSNIFF] } as WireAnswer],
  ['a code of its own', ['a code that is none: gone'], answer(404, { ...MISSING, code: 'gone' })],
  [
    'a name of every object as a code',
    ['a code that is none: toString'],
    answer(404, { ...MISSING, code: 'toString' }),
  ],
  ['another status than the code’s', ['not-found with 401'], answer(401, { ...MISSING, status: 401 })],
  ['a stack', ['insides of the program'], answer(404, { ...MISSING, title: 'x\n    at ask (a.js:1:2)' })],
  ['an error of the database', ['insides of the program'], answer(404, { ...MISSING, title: 'select 1 from agents' })],
  ['a token', ['a secret'], answer(200, { token: 'd_geheim' }), { secrets: ['d_geheim'] }],
  ['a cookie', ['a secret'], answer(200, {}, ['set-cookie', 'x=d_geheim']), { secrets: ['d_geheim'] }],
  [
    'a foreign text',
    ['a text of somebody else’s ticket'],
    answer(200, { text: 'Poufne: x' }),
    { foreign: ['Poufne: x'] },
  ],
  ['letting in', ['let in: nobody'], answer(204, ''), { refusedFor: 'nobody' }],
  ['sniffing', ['no nosniff'], { ...answer(200, {}), headers: [] } as WireAnswer],
])('%s is found', (_, wrong, given, judging) => {
  expect(faults(given, judging)).toEqual(wrong);
});
