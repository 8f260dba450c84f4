import { HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { openSession } from '../../../src/contract/shops/open-session.ts';
import { countUnread } from '../../../src/contract/tickets/count-unread.ts';
import { listTickets } from '../../../src/contract/tickets/list-tickets.ts';
import type { EmbedConfig, PageSession } from '../../../widget/host-page/embed-config.ts';
import { createIdentity } from '../../../widget/identity/identity.ts';
import { PATHS } from '../../../widget/identity/paths.ts';
import { stopClock } from '../../support/widget-models.ts';
import { NOW, ZURAW } from '../../support/widget-nouns.ts';
import { API, htmlPage, noNetwork, problem, serve, serveTokenPage } from '../../support/widget-service.ts';

const TOKEN_URL = '/zarzadzanie/pomoc-token';

/** The identity of a page whose tag or `identify` names this, and the page. */
function anIdentity({ tokenUrl, token }: Pick<EmbedConfig, 'tokenUrl' | 'token'>, now = () => NOW) {
  const page: PageSession = { token, context: {} };
  return { page, identity: createIdentity({ api: API, ...(tokenUrl && { tokenUrl }) }, page, now) };
}

/** The service opens sessions `s_1`, `s_2`… */
function serveSessions() {
  let opened = 0;
  return serve(openSession, () => {
    opened += 1;
    return HttpResponse.json(
      { session: `s_${opened}`, expiresAt: '2026-11-22T10:00:00Z', shop: ZURAW },
      { status: 201 },
    );
  });
}

test('what is asked without the contract is what the contract says', () => {
  expect(PATHS).toEqual({ session: openSession.path, unread: countUnread.path, tickets: listTickets.path });
});

test('the token of the page is exchanged for a session, once for all who ask', async () => {
  const pages = serveTokenPage(TOKEN_URL, () => HttpResponse.json({ token: 'a.b.c' }));
  const sessions = serveSessions();
  const { page, identity } = anIdentity({ tokenUrl: TOKEN_URL });
  expect(await Promise.all([identity.session(), identity.session()])).toEqual(['s_1', 's_1']);
  expect(await identity.session()).toBe('s_1');
  expect(sessions.map(({ body }) => JSON.parse(body))).toEqual([{ token: 'a.b.c' }]);
  expect(pages).toHaveLength(1);
  expect([page.session, identity.state()]).toEqual(['s_1', 'signed']);
});

test('a session that ended, or soon will, is renewed by asking the page again', async () => {
  serveTokenPage(TOKEN_URL, () => HttpResponse.json({ token: 'a.b.c' }));
  serveSessions();
  const clock = { now: NOW };
  const { identity } = anIdentity({ tokenUrl: TOKEN_URL }, () => clock.now);
  await identity.session();
  clock.now += 56 * 60_000;
  expect(await identity.session()).toBe('s_2');
  identity.end('s_1');
  expect(await identity.session()).toBe('s_2');
  identity.end('s_2');
  expect(await identity.session()).toBe('s_3');
});

test.each([-86_400_000, 86_400_000])('a session does not end because the clock is set by %i ms', async (jump) => {
  serveSessions();
  stopClock(NOW);
  const identity = createIdentity({ api: API }, { token: 'a.b.c' });
  await identity.session();
  stopClock(NOW + jump);
  expect([await identity.session(), identity.state()]).toEqual(['s_1', 'signed']);
});

test('a token in the tag is good for one session', async () => {
  serveSessions();
  const { page, identity } = anIdentity({ token: 'a.b.c' });
  expect(await identity.session()).toBe('s_1');
  expect(page.token).toBeUndefined();
  identity.end('s_1');
  expect([await identity.session(), identity.state()]).toEqual([null, 'ended']);
  page.token = 'd.e.f';
  expect([await identity.session(), identity.state()]).toEqual(['s_2', 'signed']);
});

test('a panel that signs nothing is not asked', async () => {
  const sessions = serveSessions();
  const { identity } = anIdentity({});
  expect([await identity.session(), identity.state()]).toEqual([null, 'unsigned']);
  expect(sessions).toEqual([]);
});

test.each<[string, () => Response]>([
  ['a page to sign in', () => htmlPage(200)],
  ['a refusal', () => htmlPage(403)],
  ['a token that is none', () => HttpResponse.json({ token: '"},{"' })],
  ['no token', () => HttpResponse.json({ token: 7 })],
])(
  'where the panel answers with %s nothing goes to the service, nor is it asked again at once',
  async (_what, answer) => {
    const pages = serveTokenPage(TOKEN_URL, answer);
    const sessions = serveSessions();
    const clock = { now: NOW };
    const { identity } = anIdentity({ tokenUrl: TOKEN_URL }, () => clock.now);
    expect([await identity.session(), identity.state()]).toEqual([null, 'refused']);
    await identity.session();
    expect([pages.length, sessions.length]).toEqual([1, 0]);
    clock.now += 61_000;
    await identity.session();
    expect(pages).toHaveLength(2);
  },
);

test('a token that the service does not take, and no answer at all, are two things', async () => {
  serveTokenPage(TOKEN_URL, () => HttpResponse.json({ token: 'a.b.c' }));
  serve(openSession, () => problem('unauthorised'));
  const { identity: refused } = anIdentity({ tokenUrl: TOKEN_URL });
  expect([await refused.session(), refused.state()]).toEqual([null, 'refused']);
  serve(openSession, noNetwork);
  const { identity: unanswered } = anIdentity({ tokenUrl: TOKEN_URL });
  expect([await unanswered.session(), unanswered.state()]).toEqual([null, 'unanswered']);
});

test('no page of another origin is asked who is signed in here', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const { identity } = anIdentity({ tokenUrl: 'https://gdzie-indziej.example/token' });
  expect([await identity.session(), identity.state()]).toEqual([null, 'refused']);
  expect(fetched).not.toHaveBeenCalled();
});

test('an address of a token page that is none signs nobody, now and later', async () => {
  const { identity } = anIdentity({ tokenUrl: 'http://[' });
  expect(await identity.session()).toBeNull();
  expect([await identity.session(), identity.state()]).toEqual([null, 'refused']);
});
