import { describe, expect, test } from 'vitest';
import { CHANNELS, SUPPORT_STATES, type SupportState, TOPICS, type Topic } from '../../src/contract/lists.ts';
import { openingOf, placeAfterCorrection, placeOf, placeOfWord } from '../../src/policy/support.ts';

/** The rules once more, as a list: what each state leaves open, and what of it is promised. */
const OPEN: Record<SupportState, { promised: readonly Topic[]; unpromised: readonly Topic[] }> = {
  active: { promised: TOPICS, unpromised: [] },
  expired: { promised: ['security'], unpromised: ['updates', 'renewal'] },
  'not-bought-directly': { promised: ['security'], unpromised: [] },
  unrecognised: { promised: [], unpromised: [] },
};

const all = SUPPORT_STATES.flatMap((state) => TOPICS.map((topic) => [state, topic] as const));

describe('support, topic and what was written decide', () => {
  test.each(all)('%s, %s', (state, topic) => {
    const { promised, unpromised } = OPEN[state];
    const opening = promised.includes(topic) ? 'promised' : unpromised.includes(topic) ? 'unpromised' : 'closed';
    // A new ticket.
    expect(openingOf(topic, state)).toBe(opening);
    for (const channel of CHANNELS) {
      const hasPromise = opening === 'promised' && channel !== 'email';
      const isRenewal = topic === 'renewal' && state === 'expired';
      const rank =
        opening === 'promised' ? channel : isRenewal ? (channel === 'email' ? 'email' : 'renewal') : 'after-end';
      const place = { promised: hasPromise, rank, without: opening === 'promised' ? null : state };
      expect(placeOf({ topic, channel }, state)).toEqual(place);
      // A word where something was accepted in time: it is finished with what it has.
      const ticket = { topic, channel, without: null };
      for (const status of ['new', 'in-progress', 'waiting-for-customer'] as const)
        expect(placeOfWord({ ...ticket, status, isWaiting: status !== 'waiting-for-customer' }, state)).toBeNull();
      // A word in what was over: never refused, judged anew.
      for (const status of ['solved', 'closed'] as const) {
        const judged = placeOfWord({ ...ticket, status, isWaiting: false }, state);
        expect(judged).toEqual(place.without === null ? null : place);
      }
    }
  });
});

test('a word taken without support gets its promise when support is bought, in an answered ticket as in one that was over', () => {
  const ticket = { topic: 'running', channel: 'panel', without: 'expired' } as const;
  const place = { promised: true, rank: 'panel', without: null };
  expect(placeOfWord({ ...ticket, status: 'waiting-for-customer', isWaiting: false }, 'active')).toEqual(place);
  expect(placeOfWord({ ...ticket, status: 'solved', isWaiting: false }, 'active')).toEqual(place);
  // While it waits, its place does not change: further words begin nothing new.
  expect(placeOfWord({ ...ticket, status: 'in-progress', isWaiting: true }, 'active')).toBeNull();
});

describe('a corrected topic', () => {
  const ticket = { channel: 'panel', isWaiting: true, promised: true, without: null } as const;
  test('of a shop with support moves nothing', () => {
    expect(placeAfterCorrection({ ...ticket, topic: 'N8' }, 'active')).toBeNull();
  });

  test('that was no security hole marks the ticket, and takes nothing back that was promised', () => {
    const marked = { promised: true, rank: 'panel', without: 'expired' };
    expect(placeAfterCorrection({ ...ticket, topic: 'configuration' }, 'expired')).toEqual(marked);
    const answered = { ...ticket, isWaiting: false, topic: 'configuration' } as const;
    expect(placeAfterCorrection(answered, 'expired')).toEqual({ ...marked, promised: false, rank: 'after-end' });
  });

  test('that is a security hole gives the promise (A2)', () => {
    const letter = { ...ticket, promised: false, without: 'expired', topic: 'security' } as const;
    expect(placeAfterCorrection(letter, 'active')).toEqual({ promised: true, rank: 'panel', without: null });
  });
});
