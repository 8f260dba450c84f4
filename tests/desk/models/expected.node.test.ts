import { expect, test } from 'vitest';
import type { Change } from '../../../desk/client/desk-client.ts';
import { expectedOf, withExpected } from '../../../desk/models/expected.ts';
import { ListsModel } from '../../../desk/models/lists-model.ts';
import { ok } from '../../support/http-answers.ts';
import { aRow } from '../a-desk-ticket.ts';

const OLA = { id: 'a1', name: 'Ola Nowak' };
const JAN = { id: 'a2', name: 'Jan Kos' };
const AGENTS = [OLA, JAN];

const assign = (to: string | null, from: string | null): Change => ({ kind: 'assignee', body: { assignee: to, from } });
const move = (status: string): Change => ({ kind: 'status', body: { status, seenMessages: 1 } });
const tag = (text: string, isOn: boolean): Change => ({ kind: 'tag', body: { tag: text, isOn } });
const put = { all: 0, mine: 0, unassigned: 0, outages: 0 };

test.each([
  ['taking what nobody has', assign('a1', null), {}, { assignee: OLA }, { ...put, mine: 1, unassigned: -1 }],
  ['giving mine to a colleague', assign('a2', 'a1'), { assignee: OLA }, { assignee: JAN }, { ...put, mine: -1 }],
  ['letting mine go', assign(null, 'a1'), { assignee: OLA }, { assignee: null }, { ...put, mine: -1, unassigned: 1 }],
  ['taking what is answered', assign('a1', null), { waitingSince: null }, { assignee: OLA }, put],
  ['taking up what waits', move('in-progress'), {}, { status: 'in-progress' }, put],
  [
    'solving mine',
    move('solved'),
    { assignee: OLA },
    { status: 'solved', waitingSince: null, answerBy: null },
    { all: -1, mine: -1, unassigned: 0, outages: 0 },
  ],
  [
    'giving an outage of mine away',
    assign('a2', 'a1'),
    { assignee: OLA, isOutage: true },
    { assignee: JAN },
    { ...put, mine: -1, outages: 1 },
  ],
  ['a tag', tag('PayU', true), { tags: ['InPost'] }, { tags: ['InPost', 'PayU'] }, put],
  ['a tag taken off', tag('inpost', false), { tags: ['InPost', 'PayU'] }, { tags: ['PayU'] }, put],
  ['lifting', { kind: 'place', body: { isOutage: true } } as Change, {}, { isOutage: true }, { ...put, outages: 1 }],
])('%s shows at once', (_what, change, otherwise, row, counts) => {
  expect(expectedOf(change, aRow('1', otherwise), 'a1', AGENTS)).toMatchObject({ row, counts });
});

test.each([
  ['an agent who is not known here', assign('a9', null), {}],
  ['a tag that it has in other letters', tag('WAŻNE', true), { tags: ['ważne'] }],
  ['a merge', { kind: 'merge', body: { into: '2', isSamePerson: false } } as Change, {}],
])('nothing is expected of %s: only the service knows', (_what, change, otherwise) => {
  expect(expectedOf(change, aRow('1', otherwise), 'a1', AGENTS)).toBeNull();
});

test('counts do not fall below nothing', () => {
  const gone = expectedOf(move('solved'), aRow('1'), 'a1', AGENTS);
  expect(gone && withExpected(put, [gone])).toEqual(put);
});

test('the list shows a press until it is read again; one that is refused is taken back at once', async () => {
  let tickets = [aRow('1'), aRow('2')];
  const queue = () => ({
    at: '',
    sections: [{ section: 'queue' as const, count: tickets.length, tickets, next: null }],
    counts: { all: tickets.length, mine: 0, unassigned: tickets.length, outages: 0 },
  });
  const lists = new ListsModel({
    readQueue: async () => ok(queue()),
    listTickets: async () => ok({ tickets: [], next: null }),
    search: async () => ok({ number: null, tickets: [], why: [], shops: [] }),
  });
  await lists.refresh();
  const look = () => [
    lists.rows.value.map(({ number, assignee }) => `${number} ${assignee?.name}`),
    lists.counts.value?.mine,
    lists.sections.value[0]?.count,
  ];
  const expected = (change: Change) => expectedOf(change, aRow('1'), 'a1', AGENTS) ?? expect.unreachable();
  lists.expect('1', expected(assign('a1', null)));
  expect(look()).toEqual([['1 Ola Nowak', '2 undefined'], 1, 2]);
  // A read that began before the answer is from before the change.
  const early = lists.refresh();
  lists.settle('1', true);
  await early;
  expect(look()).toEqual([['1 Ola Nowak', '2 undefined'], 1, 2]);
  tickets = [aRow('1', { assignee: OLA }), aRow('2')];
  await lists.refresh();
  expect(look()).toEqual([['1 Ola Nowak', '2 undefined'], 0, 2]);

  lists.expect('1', expected(move('solved')));
  expect(look()).toEqual([['2 undefined'], 0, 1]);
  lists.settle('1', false);
  expect(look()).toEqual([['1 Ola Nowak', '2 undefined'], 0, 2]);
});
