import { describe, expect, test } from 'vitest';
import { type Acknowledgement, type History, type Run, type StoredTicket, verdict, whatIsWrong } from './verdict.ts';

function told(subject: string, number: string, body = `receipt of ${number}`): Acknowledgement {
  return { subject, number, body };
}

function ticket(subject: string, number: string): StoredTicket {
  return { subject, number, sequence: Number(number) };
}

/** Three submissions, one of them answered twice, all as it should be; with what the test wants otherwise. */
function aHistory(otherwise: Partial<History> = {}): History {
  return {
    acknowledgements: [told('a', '1'), told('b', '2'), told('a', '1'), told('c', '3')],
    tickets: [ticket('a', '1'), ticket('b', '2'), ticket('c', '3')],
    firstSequence: 1,
    ...otherwise,
  };
}

const SOUND = { acknowledged: 3, repeats: 1, lost: 0, doubled: 0, reused: 0, changed: 0, gaps: 0 };

/** A run of such a history: every client was answered, and the database is whole. */
function aRun(otherwise: Partial<Run> = {}): Run {
  return { ...SOUND, refusals: [], unanswered: 0, integrity: 'ok', ...otherwise };
}

test('a history without fault is sound, in whatever order it was read', () => {
  expect(verdict(aHistory())).toEqual(SOUND);
  expect(verdict(aHistory({ tickets: aHistory().tickets.toReversed() }))).toEqual(SOUND);
  expect(whatIsWrong(aRun())).toEqual([]);
});

test('a ticket that is stored though its answer never arrived is no fault', () => {
  const history = aHistory({ tickets: [...aHistory().tickets, ticket('d', '4')] });
  expect(verdict(history)).toEqual(SOUND);
});

describe('each fault is caught', () => {
  const { acknowledgements, tickets } = aHistory();
  test.each<[string, Partial<History>, Partial<typeof SOUND>]>([
    ['a lost ticket, the last one', { tickets: tickets.slice(0, 2) }, { lost: 1 }],
    ['a lost ticket in the middle', { tickets: tickets.toSpliced(1, 1) }, { lost: 1, gaps: 1 }],
    ['everything lost', { tickets: [] }, { lost: 3 }],
    ['a lost ticket that was answered twice counts once', { tickets: tickets.slice(1) }, { lost: 1, gaps: 1 }],
    ['a number that holds another text', { tickets: tickets.with(1, ticket('x', '2')) }, { lost: 1, reused: 1 }],
    ['two tickets for one submission', { tickets: [...tickets, ticket('b', '4')] }, { doubled: 1 }],
    [
      'two tickets for one submission, each acknowledged',
      { tickets: [...tickets, ticket('b', '4')], acknowledgements: [...acknowledgements, told('b', '4')] },
      { doubled: 1, changed: 1, repeats: 2 },
    ],
    ['two tickets of one number', { tickets: [...tickets, ticket('c', '3')] }, { doubled: 1, reused: 1, gaps: 1 }],
    [
      'one number told to two submissions',
      { acknowledgements: [...acknowledgements, told('d', '3')] },
      { acknowledged: 4, lost: 1, reused: 1 },
    ],
    [
      'a repeat with other bytes',
      { acknowledgements: [...acknowledgements, told('b', '2', 'other')] },
      { repeats: 2, changed: 1 },
    ],
    ['a number left out', { tickets: tickets.with(2, ticket('c', '4')) }, { lost: 1, gaps: 1 }],
    ['a first number left out', { firstSequence: 0 }, { gaps: 1 }],
  ])('%s', (_, otherwise, expected) => {
    const judged = verdict(aHistory(otherwise));
    expect(judged).toEqual({ ...SOUND, ...expected });
    expect(whatIsWrong(aRun(judged))).not.toEqual([]);
  });
});

describe('a run that failed says by which criterion', () => {
  test.each<[string, Partial<Run>, RegExp]>([
    ['nobody was answered', { acknowledged: 0 }, /^nothing was acknowledged/],
    ['lost', { lost: 3 }, /^lost: 3 /],
    ['doubled', { doubled: 1 }, /^doubled: 1 /],
    ['reused', { reused: 1 }, /^reused: 1 /],
    ['changed', { changed: 1 }, /^changed: 1 /],
    ['gaps', { gaps: 2 }, /^gaps: 2 /],
    ['refused', { refusals: ['500 {}', '500 {}'] }, /^refused: 2 submissions, the first with 500 \{\}$/],
    ['unanswered', { unanswered: 10 }, /^unanswered: 10 /],
    ['a broken database', { integrity: 'row 1 missing from index' }, /^integrity: row 1 missing/],
  ])('%s', (_, otherwise, words) => {
    expect(whatIsWrong(aRun(otherwise))).toEqual([expect.stringMatching(words)]);
  });

  test('and by each, when there are several', () => {
    expect(whatIsWrong(aRun({ lost: 1, gaps: 1, unanswered: 1 }))).toHaveLength(3);
  });
});
