import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAgent } from '../../../src/identity/add-agent.ts';
import { disableAgent } from '../../../src/identity/disable-agent.ts';
import { createPasswords } from '../../../src/identity/password.ts';
import { sweepExpired } from '../../../src/identity/sweep-expired.ts';
import { CHEAP_PASSWORDS } from '../../support/cheap-passwords.ts';
import { from, post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

const ANNA = 'anna.nowak@shopgold.pl';
const EWA = 'ewa.zielinska@shopgold.pl';
const PASSWORD = 'konik na biegunach';
const OFFICE = '203.0.113.7';

let api: Service;
/** How long sign-ins have waited, in seconds; the waits end at once. */
let waits: number[];
beforeEach(async () => {
  waits = [];
  // Passwords of their own: the queue of hashes is that of a process, and other tests hash at the same time.
  const passwords = createPasswords({ memoryKib: 64, passes: 1 });
  const pause = async (milliseconds: number) => void waits.push(milliseconds / 1000);
  api = await service({ passwords, pause });
  for (const email of [ANNA, EWA]) {
    await addAgent(api.store, { email, name: email, role: 'agent', password: PASSWORD }, NOW, CHEAP_PASSWORDS);
  }
});
afterEach(() => api.discard());

/** Tries a password, from an address and in a browser that has such cookies. */
async function signIn(email: string, password = PASSWORD, address = OFFICE, cookie = ''): Promise<Response> {
  const headers = { Origin: 'http://localhost', Host: 'localhost', ...(cookie && { Cookie: cookie }) };
  return api.app.request('/api/desk/session', post({ email, password }, headers), from(address));
}

/** The cookie that tells the browser, as it is set. */
function setIn(response: Response): string | undefined {
  return response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-pomoc-browser='));
}

function browserOf(response: Response): string {
  return setIn(response)?.split(';')[0] ?? '';
}

describe('a browser', () => {
  test('is known after a sign-in there, by a cookie that no script reads and no other site sends, for a year', async () => {
    const response = await signIn(ANNA);
    const [pair, ...attributes] = (setIn(response) ?? '').split('; ');
    expect(pair).toMatch(/^__Host-pomoc-browser=b_[A-Za-z0-9_-]{43}$/);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=31536000', 'Path=/', 'SameSite=Strict', 'Secure']);
    const stored = JSON.stringify(await api.store.selectFrom('agent_browsers').selectAll().execute());
    expect(stored).not.toContain(pair?.split('=')[1]);
  });

  test('is not known by a password that is wrong', async () => {
    expect(setIn(await signIn(ANNA, 'wrong'))).toBeUndefined();
  });

  test('keeps its token at the next sign-in, for another year, and for another agent who signs in there', async () => {
    const browser = browserOf(await signIn(ANNA));
    api.clock.now = NOW.add({ hours: 24 });
    expect(browserOf(await signIn(ANNA, PASSWORD, OFFICE, browser))).toBe(browser);
    expect(browserOf(await signIn(EWA, PASSWORD, OFFICE, browser))).toBe(browser);
    expect(await api.store.selectFrom('agent_browsers').select('expires_at').execute()).toEqual([
      { expires_at: '2027-11-23T09:00:00.000Z' },
      { expires_at: '2027-11-23T09:00:00.000Z' },
    ]);
  });

  test('with a token that is not ours gets one of ours', async () => {
    const chosen = `__Host-pomoc-browser=b_${'A'.repeat(43)}`;
    expect(browserOf(await signIn(ANNA, PASSWORD, OFFICE, chosen))).not.toBe(chosen);
  });

  test('is forgotten after a year without a sign-in', async () => {
    await signIn(ANNA);
    await sweepExpired(api.store, NOW.add({ hours: 365 * 24 }).subtract({ milliseconds: 1 }));
    expect(await api.store.selectFrom('agent_browsers').selectAll().execute()).toHaveLength(1);
    await sweepExpired(api.store, NOW.add({ hours: 365 * 24 }));
    expect(await api.store.selectFrom('agent_browsers').selectAll().execute()).toHaveLength(0);
  });
});

/** Fifty wrong passwords for Anna's e-mail address, from these addresses in turn. */
async function attack(addresses: readonly string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < 50; index++) {
    statuses.push((await signIn(ANNA, `wrong ${index}`, addresses[index % addresses.length])).status);
  }
  waits = [];
  return statuses;
}

describe.each([
  ['eleven addresses of IPv4', Array.from({ length: 11 }, (_, index) => `198.51.100.${index}`)],
  ['fifty /64s of one /48', Array.from({ length: 50 }, (_, index) => `2001:db8:1:${index.toString(16)}::1`)],
])('strangers who try fifty passwords from %s', (_, addresses) => {
  test('do not lock the agent out: their own browser is let in at once, a new one after five seconds', async () => {
    const browser = browserOf(await signIn(ANNA));
    expect(new Set(await attack(addresses))).not.toContain(200);
    expect((await signIn(ANNA, PASSWORD, OFFICE, browser)).status).toBe(200);
    expect(waits).toEqual([]);
    expect((await signIn(ANNA, PASSWORD, '203.0.113.8')).status).toBe(200);
    expect(waits).toEqual([5]);
  });
});

test('sixty tries at sixty e-mail addresses from one /48 are stopped', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 60; index++) {
    statuses.push((await signIn(`${index}@shopgold.pl`, 'wrong', `2001:db8:1:${index.toString(16)}::1`)).status);
  }
  expect(statuses).toEqual([...Array(40).fill(401), ...Array(20).fill(429)]);
});

test('in a known browser ten wrong passwords are allowed, for the agent who signed in there and for nobody else', async () => {
  const browser = browserOf(await signIn(ANNA));
  const tryOften = async (email: string) => {
    const statuses: number[] = [];
    for (let index = 0; index < 12; index++) statuses.push((await signIn(email, 'wrong', OFFICE, browser)).status);
    return statuses.filter((status) => status === 401).length;
  };
  expect(await tryOften(ANNA)).toBe(10);
  expect(await tryOften(EWA)).toBe(5);
});

test('an agent who was disabled has no browser that is known', async () => {
  const browser = browserOf(await signIn(ANNA));
  await disableAgent(api.store, ANNA, NOW);
  const statuses: number[] = [];
  for (let index = 0; index < 12; index++) statuses.push((await signIn(ANNA, 'wrong', OFFICE, browser)).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
});

// The turns are the process's own, whatever the store is; a slow one lets requests through too far apart to fill them.
test.skipIf(process.env.POMOC_TEST_POSTGRES)(
  'more sign-ins at once than hashes may wait are told when to come again, and are no wrong passwords',
  async () => {
    const browser = browserOf(await signIn(ANNA));
    const strangers = Array.from({ length: 60 }, (_, index) =>
      signIn(`${index}@shopgold.pl`, 'x', `198.51.100.${index}`),
    );
    const known = signIn(ANNA, PASSWORD, OFFICE, browser);
    const answers = await Promise.all(strangers);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(60 - refused.length);
    for (const answer of refused) {
      expect(answer.headers.get('Retry-After')).toBe('4');
      expect(await answer.json()).toMatchObject({ code: 'overloaded' });
    }
    expect((await known).status).toBe(200);
    expect(api.logLines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  },
);
