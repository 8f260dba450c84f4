import { describe, expect, test } from 'vitest';
import { SUPPORT_STATES, TOPICS, UNCOVERED_TOPICS } from '../../src/contract/lists.ts';
import type { Support } from '../../src/policy/entitlement.ts';
import { onlyTopics, scopeOf, topicsFor } from '../../src/policy/scope.ts';
import { scopeClauses } from '../../src/policy/scope-clauses.ts';
import { tidy } from '../../src/policy/scope-words.ts';
import { openingOf } from '../../src/policy/support.ts';

const PREMIUM = {
  edition: 'PREMIUM',
  licenceState: 'valid',
  isInstalled: false,
  hasIndividualTerms: false,
} as const;
const inState = (state: string) => ({ state, lastDay: null, daysLeft: null }) as Support;

describe('the topics that are offered are those that are open, each with what it promises', () => {
  test.each(SUPPORT_STATES)('%s', (state) => {
    const offered = topicsFor(inState(state), PREMIUM, 'pl');
    const open = TOPICS.filter((topic) => openingOf(topic, state) !== 'closed');
    expect(offered.map(({ id }) => id)).toEqual(open);
    expect(offered.map(({ promised }) => promised)).toEqual(open.map((one) => openingOf(one, state) === 'promised'));
  });
});

test.each([
  ['active', null],
  ['expired', ['security', 'updates', 'renewal']],
  ['not-bought-directly', ['security']],
  ['unrecognised', []],
])('agents are told what is left to a shop that is %s: %j', (state, left) => {
  expect(onlyTopics(inState(state))?.toSorted() ?? null).toEqual(left?.toSorted() ?? null);
});

describe('what is covered', () => {
  test('the first installation, but not for STANDARD (C1)', () => {
    expect(scopeOf('installation', PREMIUM)).toMatchObject({ covered: true, rule: 'C1', note: null });
    const standard = scopeOf('installation', { ...PREMIUM, edition: 'Standard' });
    expect(standard).toMatchObject({ covered: false, rule: 'C1' });
    expect(standard.note).toContain('STANDARD');
  });

  test('no second installation: it falls under N6, and the words say why (C1, N6)', () => {
    const again = scopeOf('installation', { ...PREMIUM, isInstalled: true });
    expect(again).toMatchObject({ covered: false, rule: 'N6' });
    expect(again.note).toContain('została już wykonana');
    expect(scopeOf('installation', { ...PREMIUM, isInstalled: true }, 'en').note).toContain('already been done');
    // STANDARD never had one: that is what it hears, whoever installed it.
    const standard = scopeOf('installation', { ...PREMIUM, edition: 'STANDARD', isInstalled: true });
    expect(standard).toMatchObject({ covered: false, rule: 'C1' });
    expect(standard.note).toContain('STANDARD');
    const differing = TOPICS.filter(
      (topic) => scopeOf(topic, PREMIUM).covered !== scopeOf(topic, { ...PREMIUM, isInstalled: true }).covered,
    );
    expect(differing).toEqual(['installation']);
  });

  test('template changes where individual terms were agreed before the purchase, and the owner hears of them (N5)', () => {
    const agreed = { ...PREMIUM, hasIndividualTerms: true };
    expect(scopeOf('N5', agreed)).toMatchObject({ covered: true, rule: 'N5' });
    expect(scopeOf('N5', agreed).note).toContain('indywidualne warunki');
    const differing = TOPICS.filter((topic) => scopeOf(topic, PREMIUM).covered !== scopeOf(topic, agreed).covered);
    expect(differing).toEqual(['N5']);
  });

  test('access to updates, but not after a breach of licence, which touches nothing else (C3)', () => {
    const breached = { ...PREMIUM, licenceState: 'breached' } as const;
    const differing = TOPICS.filter((topic) => scopeOf(topic, PREMIUM).covered !== scopeOf(topic, breached).covered);
    expect(differing).toEqual(['updates']);
    expect(scopeOf('updates', breached)).toMatchObject({ covered: false, rule: 'C3' });
  });

  test.each(UNCOVERED_TOPICS)('%s is not, quotes its own rule and never ends in a dead end', (topic) => {
    const scope = scopeOf(topic, PREMIUM);
    expect(scope).toMatchObject({ covered: false, rule: topic });
    expect(scope.note).toContain(
      'Możesz wysłać zgłoszenie – odpowiemy, czy i\u00a0na jakich warunkach możemy to zrobić.',
    );
    expect(scopeOf(topic, PREMIUM, 'en').note).toContain(
      'You can still send this – we will answer whether and on what terms we can do it.',
    );
  });

  test.each(TOPICS)('%s says why exactly when it can be outside', (topic) => {
    const everyTerms = ['STANDARD', 'PREMIUM'].flatMap((edition) =>
      (['valid', 'breached'] as const).flatMap((licenceState) =>
        [true, false].map((isInstalled) => ({ ...PREMIUM, edition, licenceState, isInstalled })),
      ),
    );
    for (const terms of everyTerms) {
      const scope = scopeOf(topic, terms);
      expect(scope.covered).toBe(scope.note === null);
    }
  });
});

test('each rule that rules a topic out is a reply: in the vendor’s words, and that we will answer', () => {
  const clauses = scopeClauses();
  expect(clauses.map(({ id }) => id)).toEqual(UNCOVERED_TOPICS);
  for (const { id, title, text } of clauses) {
    expect(title).toBe(scopeOf(id, PREMIUM).label);
    const [rule = '', instead = ''] = text.split('\n\n');
    expect(rule).toMatch(/^Dziękujemy za zgłoszenie\. .{30}/);
    // The vendor's text has no ids: a customer could look none of them up.
    expect(text).not.toContain(id);
    expect(instead).toContain('na jakich warunkach');
    expect(tidy(text)).toBe(text);
  }
});

test('one-letter words and numbers do not part from what follows them', () => {
  expect(tidy('Zmiany w plikach i bazie, do 5 dni (z bazą)')).toBe(
    'Zmiany w\u00a0plikach i\u00a0bazie, do 5\u00a0dni (z\u00a0bazą)',
  );
});
