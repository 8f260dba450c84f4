import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent } from '../../src/events/append-event.ts';
import { idempotently } from '../../src/tickets/idempotently.ts';
import { aCustomer } from '../support/customer.ts';
import { newKey } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
let number: string;
beforeEach(async () => {
  api = await service();
  ({ number } = await aCustomer(api));
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const audited = async () =>
  (await api.store.selectFrom('audit').select('action').where('action', '=', 'ticket.note').execute()).length;

/** Something that leaves a trace before it ends. */
function trace(end: object) {
  return async (transaction: Service['store']) => {
    await appendEvent(transaction, {
      at: 'x',
      actor: 'test',
      action: 'ticket.note',
      ticketNumber: number,
      details: {},
    });
    return end as never;
  };
}

test('what was done is done once, and said again byte for byte', async () => {
  const key = newKey();
  const work = trace({ number, answer: { b: 1, a: 2 } });
  expect(await idempotently(deps(), key, { x: 1 }, work)).toEqual({ outcome: 'done', number, body: '{"b":1,"a":2}' });
  expect(await idempotently(deps(), key, { x: 1 }, work)).toEqual({
    outcome: 'repeated',
    number,
    body: '{"b":1,"a":2}',
  });
  expect(await idempotently(deps(), key, { x: 2 }, work)).toEqual({
    outcome: 'refused',
    code: 'idempotency-key-reused',
  });
  expect(await audited()).toBe(1);
});

test('a refusal undoes what was written before it, and leaves the key free', async () => {
  const key = newKey();
  const refusal = { outcome: 'refused', code: 'conflict' };
  expect(await idempotently(deps(), key, {}, trace(refusal))).toBe(refusal);
  expect(await audited()).toBe(0);
  expect(await idempotently(deps(), key, { other: true }, trace({ number, answer: {} }))).toMatchObject({
    outcome: 'done',
  });
});

test('a fault is thrown as it is, and undoes everything too', async () => {
  const fault = new Error('the disk is gone');
  const failing = async (transaction: Service['store']) => {
    await trace({})(transaction);
    throw fault;
  };
  await expect(idempotently(deps(), newKey(), {}, failing)).rejects.toBe(fault);
  expect(await audited()).toBe(0);
});
