import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILTER_NAMES, type ListPlace, listQuery, readListPlace } from '../../../desk/models/list-address.ts';
import { KeepViewRequest } from '../../../src/contract/desk/views.ts';
import { SEARCH_SCOPES, TICKET_SORTS } from '../../../src/contract/lists.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((one) => one.isWellFormed());
const filters = fc.dictionary(fc.constantFrom(...FILTER_NAMES), text, { noNullPrototype: true });
const isCompact = fc.boolean();
const list = fc.record({
  view: fc.constantFrom('queue' as const, 'all' as const),
  filters,
  sort: fc.constant('newest' as const),
  question: fc.constant(''),
  scope: fc.constant('all' as const),
  isCompact,
});
const sorted = fc.record({
  view: fc.constant('all' as const),
  filters,
  sort: fc.constantFrom(...TICKET_SORTS),
  question: fc.constant(''),
  scope: fc.constant('all' as const),
  isCompact,
});
const search = fc.record({
  view: fc.constant('found' as const),
  filters,
  sort: fc.constant('newest' as const),
  question: text,
  scope: fc.constantFrom(...SEARCH_SCOPES),
  isCompact,
});

test('every list and every search is read from its address as it was written', () => {
  const place: fc.Arbitrary<ListPlace> = fc.oneof(list, sorted, search);
  fc.assert(
    fc.property(place, (one) => {
      expect(readListPlace(listQuery(one), false)).toEqual(one);
    }),
  );
});

test('the address of every list can be kept as a view', () => {
  const short = fc.tuple(fc.oneof(list, sorted), fc.string({ unit: 'grapheme', maxLength: 12 }));
  fc.assert(
    fc.property(short, ([one, tag]) => {
      const query = listQuery({ ...one, filters: { assignee: 'none', tag: tag.toWellFormed() } });
      expect(KeepViewRequest.safeParse({ name: 'x', query, isShared: false }).success).toBe(true);
    }),
  );
});

describe('an address', () => {
  test('of nothing is the whole queue, as dense as this machine has it', () => {
    const queue = { view: 'queue', filters: {}, sort: 'newest', question: '', scope: 'all' };
    expect(readListPlace('', true)).toEqual({ ...queue, isCompact: true });
    expect(readListPlace('', false)).toEqual({ ...queue, isCompact: false });
    expect(listQuery(readListPlace('', false))).toBe('');
  });

  test.each([
    ['?assignee=none&tag=payu', { view: 'queue', filters: { assignee: 'none', tag: 'payu' } }],
    ['?list=all&status=closed&rows=compact', { view: 'all', filters: { status: 'closed' }, isCompact: true }],
    ['?sort=changed&mentioned=me', { view: 'all', filters: { mentioned: 'me' }, sort: 'changed' }],
    ['?sort=subject', { view: 'queue', filters: {}, sort: 'newest' }],
    ['?q=600+100+205&in=person', { view: 'found', question: '600 100 205', scope: 'person' }],
    ['?list=none&colour=red&in=everywhere&status=', { view: 'queue', filters: {}, scope: 'all' }],
  ])('%s is read', (query, place) => {
    expect(readListPlace(query, false)).toMatchObject(place);
  });
});
