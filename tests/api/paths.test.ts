import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/api/routes.ts';
import { PATH_PARAMETERS, type PathParameter } from '../../src/contract/path-parameters.ts';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { findTicketFor, lockTicketFor } from '../../src/tickets/find-ticket-for.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { newKey, post } from '../support/requests.ts';
import { NOW, type Service, service } from '../support/service.ts';

/** What can name nothing: databases and parsers stumble over some of it. As it stands in a path. */
const NOTHINGS = [
  '%00',
  '1000015%00',
  `k_${'a'.repeat(20)}%00`,
  '%ED%A0%80',
  '%ff',
  '%',
  '%d9%a0%d9%a1',
  '%2e%2e%2fx',
  '%27%20or%201=1',
  '9'.repeat(4000),
  'a'.repeat(4000),
];

/** Something that fits, for the other parameters of a path. */
const FITTING: Record<PathParameter, string> = {
  number: ticketNumber(100_001),
  id: 'a'.repeat(22),
  shop: '1',
  view: '1',
  supportNumber: '7KcWt9Ru',
  key: `r_${'a'.repeat(12)}`,
  incident: '1',
  closing: '1',
  address: '1',
  block: '1',
  alarm: '1',
  mail: '1',
  delivery: '1',
  kid: `k_${'a'.repeat(12)}`,
  macro: 'a',
  session: 'a',
  agent: 'a',
  passkey: 'a',
};

/** Every path of the API with one parameter in question and the others fitting, with its method. */
const PLACES = ROUTES.flatMap(({ method, path }) =>
  [...path.matchAll(/:(\w+)/g)].map(([, asked = '']) => ({
    method,
    route: path,
    parameter: asked as PathParameter,
    with: (text: string) =>
      path.replaceAll(/:(\w+)/g, (_, name) => (name === asked ? text : FITTING[name as PathParameter])),
  })),
);

let api: Service;
let admin: DeskAgent;
beforeAll(async () => {
  api = await service();
  admin = await aDeskAgent(api, 'Ola Nowak', 'ola@shopgold.pl', 'admin');
});
afterAll(() => api.discard());

function request(method: string): RequestInit {
  const headers = { 'Idempotency-Key': newKey() };
  return method === 'GET' ? {} : { ...post({ messages: 1 }, headers), method };
}

test('a text that fits each parameter is known to these tests', () => {
  expect(PLACES.length).toBeGreaterThan(25);
  for (const [name, schema] of Object.entries(PATH_PARAMETERS)) {
    expect(schema.safeParse(FITTING[name as PathParameter]).success, name).toBe(true);
  }
});

describe.each(PLACES)('$parameter of $method $route', ({ method, parameter, with: pathWith }) => {
  test('is missing when it can name nothing, for a stranger and for an admin', async () => {
    for (const text of NOTHINGS) {
      const path = pathWith(text);
      const stranger = await api.app.request(path, request(method));
      expect([text, stranger.status, await stranger.json()]).toMatchObject([text, 404, { code: 'not-found' }]);
      if (!path.startsWith('/api/desk')) continue;
      const answer = await admin.ask(path.slice('/api/desk'.length), request(method));
      expect([text, answer.status]).toEqual([text, 404]);
    }
  });

  test('is never a fault when it fits and nothing has that name', async () => {
    const path = pathWith(FITTING[parameter]);
    expect((await api.app.request(path, request(method))).status).toBeLessThan(500);
  });
});

test('a number that is none is no ticket, whoever looks for it', async () => {
  const caller = { kind: 'session', shopId: 1 } as const;
  for (const number of ['\u0000', '1000015\u0000', '', '\ud800', '9'.repeat(4000)]) {
    expect(await findTicketFor(api.store, number, caller, NOW)).toBeNull();
    const taken = api.store.transaction().execute((transaction) => lockTicketFor(transaction, number, caller, NOW));
    expect(await taken).toBeNull();
  }
});
