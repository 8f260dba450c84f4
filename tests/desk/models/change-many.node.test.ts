import { expect, test } from 'vitest';
import type { Change } from '../../../desk/client/desk-client.ts';
import { changeMany } from '../../../desk/models/change-many.ts';
import type { QueueRow } from '../../../src/contract/desk/queue-row.ts';
import { ok, refused, SILENCE } from '../../support/http-answers.ts';
import { aRow } from '../a-desk-ticket.ts';

const assign = ({ assignee }: QueueRow): Change | null =>
  assignee?.id === 'ola' ? null : { kind: 'assignee', body: { assignee: 'ola', from: null } };
const solve = ({ messageCount }: QueueRow): Change => ({
  kind: 'status',
  body: { status: 'solved', seenMessages: messageCount },
});

/** A service that answers a ticket as told, and notes how many requests it has at a time. */
function aService(answers: Record<string, ReturnType<typeof refused> | typeof SILENCE>) {
  const seen = { sent: [] as string[], at: 0, most: 0 };
  const change = async (number: string) => {
    seen.sent.push(number);
    seen.most = Math.max(seen.most, ++seen.at);
    await Promise.resolve();
    seen.at -= 1;
    return answers[number] ?? ok(null);
  };
  return { seen, client: { change } };
}

test('each refusal is told by itself, with the tickets that it left', async () => {
  const { client } = aService({
    2: refused('conflict'),
    3: refused('newer-message'),
    4: refused('not-found'),
    5: refused('forbidden'),
    6: SILENCE,
    7: refused('conflict'),
  });
  const rows = ['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => aRow(number));
  const told: number[] = [];
  expect(await changeMany(client, rows, assign, (behind) => told.push(behind))).toEqual({
    done: 2,
    left: { taken: ['2', '7'], newer: ['3'], gone: ['4'], 'not-allowed': ['5'], unanswered: ['6'] },
  });
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a conflict is another’s hand only where the holder changes', async () => {
  const { client } = aService({ 1: refused('conflict') });
  const rows = [aRow('1'), aRow('2')];
  expect(await changeMany(client, rows, solve, () => {})).toEqual({ done: 1, left: { 'not-allowed': ['1'] } });
});

test('what is so already is done without a request', async () => {
  const { client, seen } = aService({});
  const rows = [aRow('1', { assignee: { id: 'ola', name: 'Ola Nowak' } }), aRow('2')];
  expect(await changeMany(client, rows, assign, () => {})).toEqual({ done: 2, left: {} });
  expect(seen.sent).toEqual(['2']);
});

test('few requests go at a time, and every ticket has its turn', async () => {
  const { client, seen } = aService({});
  const rows = Array.from({ length: 50 }, (_, index) => aRow(`${index}`));
  expect(await changeMany(client, rows, solve, () => {})).toEqual({ done: 50, left: {} });
  expect(seen.most).toBe(4);
  expect(seen.sent.toSorted()).toEqual(rows.map(({ number }) => number).toSorted());
});
