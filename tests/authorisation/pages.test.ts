import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALLERS, type CallerName, createWorld, type World } from './world.ts';

/** Every page outside `/api`, with what anybody is answered: to none of them it matters who asks. */
const PAGES: Record<string, number> = {
  'GET /zgloszenie': 200,
  'GET /zgloszenie/prosty': 200,
  'POST /zgloszenie/prosty': 201,
  'GET /awaria': 200,
  'POST /awaria': 201,
  // The key of a mailed link stands in the fragment, which no server sees.
  'GET /z/': 302,
  // Nobody here has the key.
  'GET /listy/:number/:key': 404,
  'POST /listy/:number/:key': 404,
  'GET /.well-known/security.txt': 200,
  'GET /health/live': 200,
  'GET /health/ready': 200,
};

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.api.discard());

/** The form as somebody sends it who names the shop and has nothing else. */
function aForm(path: string): FormData {
  const body = new FormData();
  const rest = path === '/awaria' ? { facts: 'shop-down' } : { topic: 'configuration', subject: 'Darmowa dostawa' };
  const { supportNumber, installUrl } = world.callers.nobody.shop;
  const typed = { supportNumber, installUrl, description: 'Biała strona.', email: 'anna@sklep.pl', ...rest };
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  return body;
}

/** What a caller is answered, but for what is new each time: the keys of a form, and the number of a ticket. */
async function ask(page: string, name: CallerName) {
  const [method = '', path = ''] = page.split(' ');
  const { headers, number } = world.callers[name];
  const address = path.replace(':number', number).replace(':key', 'k'.repeat(32));
  const isForm = method === 'POST' && !path.startsWith('/listy');
  const response = await world.api.app.request(address, {
    method,
    headers: { ...headers, Origin: 'https://www.ksiegarnia-zuraw.pl' },
    ...(isForm && { body: aForm(path) }),
  });
  const text = await response.text();
  const opened = /nr (\d{7})</.exec(text)?.[1] ?? '';
  return {
    status: response.status,
    opened,
    text: text.replace(/(name="(?:key|token)" value=")[^"]*/g, '$1').replaceAll(opened || '\0', ''),
  };
}

test('every page that is served is in the list', () => {
  const served = world.api.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/api/') && !path.includes('*'))
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(served)).toEqual(new Set(Object.keys(PAGES)));
});

test.each(Object.entries(PAGES))('%s answers everybody the same, and tells of no ticket', async (page, status) => {
  const answers = new Set<string>();
  for (const name of CALLERS) {
    const answer = await ask(page, name);
    expect([name, answer.status]).toEqual([name, status]);
    for (const { text } of world.tickets) expect(answer.text).not.toContain(text);
    answers.add(answer.text);
  }
  expect(answers.size).toBe(1);
});

test.each(['/zgloszenie/prosty', '/awaria'])('whoever sends %s, it is a form that nothing proves', async (path) => {
  for (const name of CALLERS) {
    const { opened } = await ask(`POST ${path}`, name);
    const ticket = await world.api.store
      .selectFrom('tickets')
      .select(['channel', 'proof', 'from_host'])
      .where('number', '=', opened)
      .executeTakeFirst();
    expect([name, ticket]).toEqual([name, { channel: 'form', proof: 'unverified', from_host: null }]);
  }
});
