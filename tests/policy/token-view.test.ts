import { describe, expect, test } from 'vitest';
import { PROOFS, type Sender } from '../../src/contract/lists.ts';
import { isProven } from '../../src/policy/proof.ts';
import { opensMessage, type ThreadPart, tokenView } from '../../src/policy/token-view.ts';

const part = (number: string, proof: ThreadPart['proof'] = 'panel', person: string | null = null): ThreadPart => ({
  number,
  proof,
  person,
});
const said = (sender: Sender, writtenIn: string, id: number, sentUnder: string | null = null) => ({
  id,
  sender,
  writtenIn,
  sentUnder,
});

test.each(PROOFS)('a token of a ticket with proof “%s” opens all only where that is the shop’s', (proof) => {
  const view = tokenView(['B'], [part('A', 'verified'), part('B', proof)], []);
  expect(view === 'whole').toBe(isProven(proof));
});

test('a ticket alone, all of one person, and two with one token are whole', () => {
  expect(tokenView(['A'], [part('A')], [])).toBe('whole');
  expect(tokenView(['A'], [part('A'), part('B', 'panel', 'A')], [])).toBe('whole');
  expect(tokenView(['B'], [part('A'), part('B', 'panel', 'A')], [])).toBe('whole');
  expect(tokenView(['A', 'B'], [part('A'), part('B')], [])).toBe('whole');
});

test('a token of two tickets is the shop’s when one of them is proven', () => {
  const parts = [part('A', 'verified'), part('B'), part('C')];
  expect([tokenView(['A', 'B'], parts, []), tokenView(['B', 'A'], parts, [])]).toEqual(['whole', 'whole']);
});

describe('a ticket B, merged into A after message 10', () => {
  const view = tokenView(['B'], [part('A', 'verified'), part('B')], [{ from: 'B', into: 'A', lastMessage: 10 }]);
  test.each<[string, Parameters<typeof opensMessage>[1], boolean]>([
    ['its own message', said('customer', 'B', 2), true],
    ['a reply to it from before', said('agent', 'B', 3), true],
    ['a message of the other', said('customer', 'A', 1), false],
    ['a message of the other from after', said('customer', 'A', 11), false],
    ['a reply to the other from before', said('agent', 'A', 10), false],
    ['a reply since', said('agent', 'A', 11), true],
    ['what was sent with its token since', said('customer', 'A', 12, 'B'), true],
    ['what was sent with the token of a third', said('customer', 'A', 12, 'C'), false],
    ['a reply in a third that was merged later', said('agent', 'C', 12), false],
  ])('opens %s: %#', (_, message, isOpen) => {
    expect(opensMessage(view, message)).toBe(isOpen);
  });
  test('and whoever opens the whole reads every one', () => {
    expect(opensMessage('whole', said('customer', 'A', 1))).toBe(true);
  });
});

test('a chain of merges is followed to its end, from the earliest of the same person', () => {
  const parts = [part('A', 'verified'), part('B'), part('C', 'panel', 'B')];
  const joins = [
    { from: 'C', into: 'A', lastMessage: 5 },
    { from: 'B', into: 'A', lastMessage: 9 },
  ];
  expect(tokenView(['B'], parts, joins)).toEqual({ own: new Set(['B', 'C']), repliesAfter: new Map([['A', 5]]) });
  const chain = [
    { from: 'C', into: 'B', lastMessage: 5 },
    { from: 'B', into: 'A', lastMessage: 9 },
  ];
  expect(tokenView(['C'], [part('A'), part('B'), part('C')], chain)).toEqual({
    own: new Set(['C']),
    repliesAfter: new Map([
      ['B', 5],
      ['A', 9],
    ]),
  });
});
