import { expect } from 'vitest';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { warnOfLateReplies } from '../../src/tickets/warn-of-late-replies.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { test } from '../support/fixtures.ts';
import { MAIL } from '../support/mail-settings.ts';
import { FIRST_SETTINGS, NOW, type Service } from '../support/service.ts';

/** Tuesday 16:00, when the office closes: of the promise for Wednesday 10:00 two office hours are left. */
const TWO_HOURS_BEFORE = NOW.add({ hours: 54 });

const late = async (api: Service) =>
  (await api.store.selectFrom('deliveries').select(['ticket_number', 'kind']).where('kind', '=', 'late').execute()).map(
    ({ ticket_number }) => ticket_number,
  );

function deps(api: Service, isOpenAtDesk = false) {
  const now = () => api.clock.now;
  return { store: api.store, now, firstSettings: FIRST_SETTINGS, isOpenAtDesk: () => isOpenAtDesk };
}

test('a customer is told once that we may be late, and a new question may be told again', async ({ api, customer }) => {
  await tellOfMail(api.store, { mail: MAIL, ...FIRST_SETTINGS });
  api.clock.now = TWO_HOURS_BEFORE.subtract({ minutes: 1 });
  expect(await warnOfLateReplies(deps(api))).toBe(0);
  api.clock.now = TWO_HOURS_BEFORE;
  expect(await warnOfLateReplies(deps(api, true))).toBe(0);
  expect(await warnOfLateReplies(deps(api))).toBe(1);
  expect(await warnOfLateReplies(deps(api))).toBe(0);
  expect(await late(api)).toEqual([customer.number]);
  const action = { number: customer.number, actor: 'operator', author: null };
  await agentReplies(deps(api), action, { text: 'Tak.', status: 'waiting-for-customer' });
  await customer.write('A jeszcze?');
  api.clock.now = api.clock.now.add({ hours: 71 });
  expect(await warnOfLateReplies(deps(api))).toBe(1);
});

test('without mail nobody is told, and nothing says so', async ({ api, customer }) => {
  api.clock.now = TWO_HOURS_BEFORE;
  expect(await warnOfLateReplies(deps(api))).toBe(0);
  const [ticket] = await api.store.selectFrom('tickets').select(['number', 'late_warned_at']).execute();
  expect(ticket).toEqual({ number: customer.number, late_warned_at: null });
});
