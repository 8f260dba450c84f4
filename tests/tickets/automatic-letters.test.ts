import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent } from '../../src/events/append-event.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { aCustomer } from '../support/customer.ts';
import { MAIL } from '../support/mail-settings.ts';
import { NOW, type Service, service } from '../support/service.ts';
import { aStoredLetter } from '../support/stored-letter.ts';

let api: Service;
beforeEach(async () => {
  api = await service({ mail: MAIL });
});
afterEach(() => api.discard());

test('of ten automatic letters owed to a stranger at the same moment one goes', async () => {
  const address = 'obcy@x.pl';
  const mails = await Promise.all(Array.from({ length: 7 }, () => aStoredLetter(api.store, { from_address: address })));
  const ask = (mail: number) =>
    api.store
      .transaction()
      .execute((transaction) =>
        appendEvent(transaction, { at: toInstantText(NOW), actor: 'clock', action: 'mail.asked', details: { mail } }),
      );
  const open = () => aCustomer(api, { topic: 'security', contact: { email: address } });
  await Promise.all([...mails.map(ask), open(), open(), open()]);
  const rows = await api.store.selectFrom('deliveries').select(['state', 'reason']).orderBy('state').execute();
  expect(rows.map(({ state, reason }) => reason ?? state)).toEqual(['due', ...Array(9).fill('day-limit')]);
});
