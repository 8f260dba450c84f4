import { expect, test } from 'vitest';
import { ChoiceModel } from '../../../desk/models/choice-model.ts';
import { ListsModel } from '../../../desk/models/lists-model.ts';
import type { CloseTicketsRequest } from '../../../src/contract/desk/close-tickets.ts';
import { ok, refused, SILENCE } from '../../support/http-answers.ts';
import { aRow } from '../a-desk-ticket.ts';

const KOLO = { id: 2, name: 'Rowery Koło' };
const NOW_MS = Date.parse('2026-11-22T10:00:00Z');

/** A list of seven tickets, the last three of them in one row of the second shop; closing is answered as told. */
async function aList(answers: ('ok' | 'silence' | 'late')[] = []) {
  const undone: number[] = [];
  const sent: { request: CloseTicketsRequest; key: string }[] = [];
  const alone = ['1', '2', '3', '4'].map((number) =>
    aRow(number, { ...(number === '3' && { shop: KOLO }), receivedAt: '2026-11-22T08:59:00.000Z' }),
  );
  const folded = ['5', '6', '7'].map((number) => aRow(number, { shop: KOLO, receivedAt: '2026-11-22T09:30:00.000Z' }));
  const section = (tickets: (typeof alone)[number][]) => [
    { section: 'outages' as const, count: 7, tickets, next: null },
  ];
  const counts = { all: 7, mine: 0, unassigned: 7, outages: 0 };
  const lists = new ListsModel({
    readQueue: async ({ unfold }) =>
      ok({ at: '', counts, sections: section(unfold ? folded : [...alone, aRow('7', { shop: KOLO, folded: 3 })]) }),
    listTickets: async () => SILENCE,
    search: async () => SILENCE,
  });
  const client = {
    closeTickets: async (request: CloseTicketsRequest, key: string) => {
      sent.push({ request, key });
      if (answers.shift() === 'silence') return SILENCE;
      const undo = { closing: 8, until: '2026-11-22T10:30:00Z' };
      return ok({ closed: request.numbers.slice(1), left: request.numbers.slice(0, 1), undo });
    },
    undoClosing: async (closing: number) => {
      undone.push(closing);
      const answer = answers.shift();
      if (answer === 'silence') return SILENCE;
      return answer === 'late' ? refused('conflict') : ok({ restored: ['2'], left: ['3'] });
    },
  };
  await lists.refresh();
  return { sent, undone, choice: new ChoiceModel(client, lists) };
}

test('a row is chosen and chosen no more, and a range goes from the last one pressed', async () => {
  const { choice } = await aList();
  choice.toggle('4');
  choice.chooseTo('2');
  expect(choice.numbers.value).toEqual(['2', '3', '4']);
  choice.toggle('3');
  expect(choice.numbers.value).toEqual(['2', '4']);
});

test('the shops of the chosen rows are there once each', async () => {
  const { choice } = await aList();
  expect(choice.shops.value).toEqual([]);
  for (const number of ['1', '2', '3', '7']) choice.toggle(number);
  expect(choice.shops.value.map(({ id }) => id)).toEqual([aRow('1').shop.id, KOLO.id]);
});

test('all of a shop are chosen, those in one row included, of which the last hour’s are kept', async () => {
  const { choice } = await aList();
  choice.toggle('3');
  await choice.chooseShops();
  expect(choice.numbers.value).toEqual(['3', '5', '6', '7']);
  choice.keepLastHour(NOW_MS);
  expect(choice.numbers.value).toEqual(['5', '6', '7']);
});

test('what changed meanwhile stays chosen, and is told', async () => {
  const { choice, sent } = await aList();
  choice.toggle('1');
  choice.chooseTo('3');
  await choice.close('abuse');
  expect(sent[0]?.request).toMatchObject({ numbers: ['1', '2', '3'], reason: 'abuse' });
  expect(choice.result.value).toEqual({ outcome: 'done', closed: 2, left: ['1'] });
  expect(choice.numbers.value).toEqual(['1']);
});

test('without an answer the same request goes again under the same key, another one under its own', async () => {
  const { choice, sent } = await aList(['silence', 'silence', 'ok']);
  choice.toggle('1');
  await choice.close('duplicate');
  expect(choice.result.value).toEqual({ outcome: 'unanswered' });
  await choice.close('duplicate');
  await choice.close('abuse');
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]?.key).not.toBe(sent[0]?.key);
});

test('the last closing is undone as a whole, and what is no longer as it was closed is told', async () => {
  const { choice, undone } = await aList();
  choice.toggle('1');
  choice.chooseTo('3');
  await choice.close('abuse');
  expect(choice.undo.value).toEqual({ closing: 8, until: '2026-11-22T10:30:00Z', closed: 2 });
  await choice.undoLast();
  await choice.undoLast();
  expect(undone).toEqual([8]);
  expect([choice.result.value, choice.undo.value]).toEqual([{ outcome: 'undone', restored: 1, left: ['3'] }, null]);
});

test('undoing without an answer can be tried again, and too late no more', async () => {
  const { choice, undone } = await aList(['ok', 'silence', 'late']);
  choice.toggle('1');
  choice.chooseTo('2');
  await choice.close('duplicate');
  await choice.undoLast();
  expect(choice.result.value).toEqual({ outcome: 'undo-unanswered' });
  await choice.undoLast();
  expect([undone, choice.result.value, choice.undo.value]).toEqual([[8, 8], { outcome: 'undo-late' }, null]);
});
