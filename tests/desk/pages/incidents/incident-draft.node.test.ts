import { describe, expect, test } from 'vitest';
import { instantInWarsaw } from '../../../../browser/warsaw.ts';
import {
  EMPTY_NOTICE,
  type IncidentDraft,
  readDraft,
  toRequest,
} from '../../../../desk/pages/incidents/incident-draft.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const FILLED = { ...EMPTY_NOTICE, title: 'Przerwa w płatnościach', text: 'Operator ma awarię.' };
const read = (otherwise: Partial<IncidentDraft> = {}) => toRequest({ ...FILLED, ...otherwise }, NOW);

describe('a new incident', () => {
  test('needs a title and a text, and nothing else', () => {
    expect(read()).toEqual({
      request: {
        kind: 'incident',
        title: 'Przerwa w płatnościach',
        text: 'Operator ma awarię.',
        english: null,
        since: null,
        until: null,
        fromVersion: null,
        toVersion: null,
      },
    });
  });

  test.each<[string, Partial<IncidentDraft>, string[]]>([
    ['a title that is too short', { title: ' Uf ' }, ['title']],
    ['no text', { text: ' ' }, ['text']],
    ['half of the English', { englishTitle: 'A break in payments' }, ['english']],
    ['a version that is none', { fromVersion: 'najnowsza' }, ['fromVersion']],
    ['versions the wrong way round', { fromVersion: '10.10', toVersion: '10.9' }, ['toVersion']],
    ['an end in the past', { until: '2026-11-22T09:59' }, ['until']],
    ['an end before its beginning', { since: '2026-11-23T10:00', until: '2026-11-23T10:00' }, ['until']],
    ['an hour that the clocks leave out', { since: '2027-03-28T02:30' }, ['since']],
  ])('with %s says where that is', (_, otherwise, wrong) => {
    expect(read(otherwise)).toEqual({ wrong });
  });

  test('may run from one version to the same, later one', () => {
    const request = { fromVersion: '10.9', toVersion: '10.10' };
    expect(read(request)).toMatchObject({ request });
    expect(read({ fromVersion: '10.4', toVersion: '10.4' })).toHaveProperty('request');
  });

  test('that was kept is read again, and what is none is an empty one', () => {
    expect(readDraft(JSON.stringify(FILLED))).toEqual(FILLED);
    for (const kept of ['', '{', 'null', '7', '{"title":7,"colour":"red"}'])
      expect(readDraft(kept)).toEqual(EMPTY_NOTICE);
  });
});

test('times are those of Poland, in winter and in summer, and over both changes of the clocks', () => {
  expect(instantInWarsaw('2026-11-22T10:05')).toBe('2026-11-22T09:05:00.000Z');
  expect(instantInWarsaw('2026-07-01T10:05')).toBe('2026-07-01T08:05:00.000Z');
  expect(instantInWarsaw('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(instantInWarsaw('2027-03-28T02:30')).toBeNull();
  expect(instantInWarsaw('')).toBeNull();
});
