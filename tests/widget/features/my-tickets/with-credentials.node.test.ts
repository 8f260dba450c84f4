import { expect, test } from 'vitest';
import type { Answer } from '../../../../browser/http.ts';
import { createWithCredentials } from '../../../../widget/features/my-tickets/with-credentials.ts';
import { openWidgetStore } from '../../../../widget/outbox/widget-store.ts';
import { aFollowedTicket } from '../../../support/widget-nouns.ts';
import { NO_ANSWER, NOT_FOUND, ok, sessionsOf } from '../../../support/widget-threads.ts';

const number = '1000015';
const token = 't'.repeat(43);

/** Asks with whatever opens the ticket, and says what was tried. */
function aTry(open: ReturnType<typeof createWithCredentials>, opening: Record<string, Answer<string>>) {
  const tried: string[] = [];
  return {
    tried,
    ask: () =>
      open(number, async (bearer) => {
        tried.push(bearer);
        return opening[bearer] ?? NOT_FOUND;
      }),
  };
}

async function storeWith(ticket: boolean) {
  const store = openWidgetStore();
  if (ticket) await store.change({ store: 'tickets', key: number, value: aFollowedTicket({ token }) });
  return store;
}

test('the token of this browser comes first, the session of the shop second', async () => {
  const open = createWithCredentials(await storeWith(true), sessionsOf('s_1'));
  const first = aTry(open, { [token]: ok('x') });
  expect([await first.ask(), first.tried]).toEqual([ok('x'), [token]]);
  const second = aTry(open, { s_1: ok('y') });
  expect([await second.ask(), second.tried]).toEqual([ok('y'), [token, 's_1']]);
  expect([await second.ask(), second.tried]).toEqual([ok('y'), [token, 's_1', 's_1']]);
});

test('a session that has ended says 404 too: a new one gets one try', async () => {
  const { ask, tried } = aTry(createWithCredentials(await storeWith(false), sessionsOf('s_1', 's_2')), {
    s_2: ok('x'),
  });
  expect([await ask(), tried]).toEqual([ok('x'), ['s_1', 's_2']]);
});

test('what nothing opens is asked for no more: the service counts refusals', async () => {
  const { ask, tried } = aTry(createWithCredentials(await storeWith(true), sessionsOf('s_1', 's_2', 's_3')), {});
  expect(await ask()).toEqual(NOT_FOUND);
  expect(await ask()).toEqual(NOT_FOUND);
  expect(tried).toEqual([token, 's_1', 's_2']);
});

test('no answer is no refusal', async () => {
  const { ask, tried } = aTry(createWithCredentials(await storeWith(true), sessionsOf('s_1')), { [token]: NO_ANSWER });
  expect([await ask(), await ask(), tried]).toEqual([NO_ANSWER, NO_ANSWER, [token, token]]);
});
