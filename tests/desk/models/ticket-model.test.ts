import { expect, test } from 'vitest';
import type { DeskAnswer } from '../../../desk/client/desk-http.ts';
import { expectedOf } from '../../../desk/models/expected.ts';
import { TicketModel } from '../../../desk/models/ticket-model.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { ok, refused, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

const OLA = { id: 'a1', name: 'Ola Nowak' };

/** A ticket whose next change is answered by hand. */
async function aTicket(reads: () => DeskAnswer<DeskTicket>) {
  let answer = (_: DeskAnswer<null>) => {};
  const told: (boolean | object)[] = [];
  const model = new TicketModel({
    number: '1000015',
    client: {
      readTicket: async () => reads(),
      listIncidents: async () => ok([]),
      change: () =>
        new Promise<DeskAnswer<null>>((resolve) => {
          answer = resolve;
        }),
      readAttachment: async () => SILENCE,
    },
    expecting: {
      begin: (change, row) => expectedOf(change, row, 'a1', [OLA]),
      settle: (isAccepted) => told.push(isAccepted),
    },
    onChanged: () => {},
    onMerged: () => {},
  });
  await model.refresh();
  const take = () => model.change({ kind: 'assignee', body: { assignee: 'a1', from: null } });
  return { model, take, told, answer: (with_: DeskAnswer<null>) => answer(with_) };
}

const holder = (model: TicketModel) => model.ticket.value?.ticket.assignee?.name;

test('a press shows at once; a read in between that does not know of it changes nothing', async () => {
  const { model, take, answer, told } = await aTicket(() => ok(aDeskTicket()));
  const taken = take();
  expect(holder(model)).toBe('Ola Nowak');
  await model.refresh();
  expect([holder(model), told]).toEqual(['Ola Nowak', []]);
  answer(ok(null));
  await taken;
  expect(told).toEqual([true]);
});

test('one that is refused is taken back, and why is said', async () => {
  const { model, take, answer, told } = await aTicket(() => ok(aDeskTicket()));
  const taken = take();
  answer(refused('conflict', { assignee: { name: 'Jan Kos' } }));
  expect(await taken).toBe(false);
  expect([holder(model), model.failure.value, told]).toEqual([undefined, { kind: 'taken', by: 'Jan Kos' }, [false]]);
});

test('one that the service has taken stays as it shows where the ticket cannot be read again', async () => {
  let reads: DeskAnswer<DeskTicket> = ok(aDeskTicket());
  const { model, take, answer } = await aTicket(() => reads);
  const taken = take();
  reads = SILENCE;
  answer(ok(null));
  await taken;
  expect(holder(model)).toBe('Ola Nowak');
});

test('nobody answered: it is taken back', async () => {
  const { model, take, answer } = await aTicket(() => ok(aDeskTicket()));
  const taken = take();
  answer(SILENCE);
  await taken;
  expect([holder(model), model.failure.value]).toEqual([undefined, { kind: 'unanswered' }]);
});
