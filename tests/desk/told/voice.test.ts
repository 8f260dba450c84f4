import type { Signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notifyPermission, tellBy, toldSettings } from '../../../desk/told/told-settings.ts';
import { createVoice, PROMISE_BEFORE_MS, type Said } from '../../../desk/told/voice.ts';
import type { DeskEvent } from '../../../src/contract/desk/follow-events.ts';
import type { QueueRow } from '../../../src/contract/desk/queue-row.ts';
import { ok } from '../../support/http-answers.ts';
import { aRow } from '../a-desk-ticket.ts';

const NOW = Date.parse('2026-11-30T10:00:00.000Z');
const USUAL = toldSettings.peek();

let said: Said[];
let sounds: number;
let row: QueueRow;
let lookedAt: string | null;
let now: number;
/** What the person of this browser said; nobody can press its question here. */
const permission = notifyPermission as Signal<NotificationPermission>;
beforeEach(() => {
  permission.value = 'granted';
  vi.useFakeTimers();
  [said, sounds, lookedAt, now] = [[], 0, null, NOW];
  row = aRow('1000015', { unseen: 1 });
  tellBy(USUAL);
});
afterEach(() => {
  tellBy(USUAL);
  permission.value = 'default';
  vi.useRealTimers();
});

function aVoice() {
  return createVoice({
    me: 'a1',
    client: {
      search: async () => ok({ tickets: [row], number: null, shops: [], why: [] }),
      readQueue: async () =>
        ok({
          at: '',
          sections: [{ section: 'promised', count: 1, tickets: [row], next: null }],
          counts: { all: 1, mine: 1, unassigned: 0, outages: 0 },
        }),
    },
    isLookedAt: (number) => number === lookedAt,
    show: (one) => said.push(one),
    now: () => now,
    play: async () => {
      sounds += 1;
    },
  });
}

/** An event that concerns an agent. */
function anEvent(why: 'outage' | 'message' | 'assigned' | 'mention', to: string[] | null, otherwise = {}): DeskEvent {
  return {
    action: 'ticket.opened',
    number: '1000015',
    actor: 'customer',
    told: { why, to, isOpen: true },
    ...otherwise,
  };
}

/** Hears an event, and lets the time for reading a message pass. */
async function hear(event: DeskEvent, voice = aVoice()): Promise<string[]> {
  const heard = voice.hear(event);
  await vi.advanceTimersByTimeAsync(10_000);
  await heard;
  return said.map(({ kind }) => kind);
}

test.each([
  ['outage', null],
  ['message', ['a1']],
  ['assigned', ['a1']],
  ['mention', ['a2', 'a1']],
] as const)('%s is told, and not once it is turned off', async (why, to) => {
  const event = anEvent(why, to && [...to]);
  expect(await hear(event)).toEqual([why]);
  tellBy({ kinds: { ...USUAL.kinds, [why]: false } });
  said = [];
  expect(await hear(event)).toEqual([]);
});

test.each([
  ['what somebody else is told', anEvent('assigned', ['a2'])],
  ['what I did myself', anEvent('outage', null, { actor: 'a1' })],
  ['what concerns nobody', { ...anEvent('outage', null), told: undefined }],
])('%s is not told', async (_what, event) => {
  expect(await hear(event as DeskEvent)).toEqual([]);
});

test('a message that was read within ten seconds is not told; nor is what I look at', async () => {
  row = aRow('1000015', { unseen: 0 });
  expect(await hear(anEvent('message', ['a1']))).toEqual([]);
  lookedAt = '1000015';
  expect(await hear(anEvent('assigned', ['a1']))).toEqual([]);
});

test('out of hours outages only, unless everything is wanted', async () => {
  const late = { why: 'assigned', to: ['a1'], isOpen: false } as const;
  const event = { ...anEvent('assigned', ['a1']), told: { ...late, to: ['a1'] } };
  expect(await hear(event)).toEqual([]);
  expect(await hear({ ...event, told: { why: 'outage', to: null, isOpen: false } })).toEqual(['outage']);
  tellBy({ afterHours: true });
  expect(await hear(event)).toEqual(['outage', 'assigned']);
});

test('without permission nothing is shown, nor heard', async () => {
  permission.value = 'denied';
  expect([await hear(anEvent('outage', null)), sounds]).toEqual([[], 0]);
});

test('the sound is for outages, for everything, or for nothing; a flood is one noise', async () => {
  const voice = aVoice();
  await hear(anEvent('assigned', ['a1']), voice);
  expect(sounds).toBe(0);
  await hear(anEvent('outage', null), voice);
  await hear(anEvent('outage', null), voice);
  expect(sounds).toBe(1);
  now += 6000;
  tellBy({ sound: 'all' });
  await hear(anEvent('assigned', ['a1']), voice);
  expect(sounds).toBe(2);
  now += 6000;
  tellBy({ sound: 'none' });
  await hear(anEvent('outage', null), voice);
  expect(sounds).toBe(2);
});

test('a promise is told before its time and at it, once each; one that was late before is not', async () => {
  const voice = aVoice();
  row = aRow('1000015', { followUpAt: new Date(NOW + 2 * PROMISE_BEFORE_MS).toISOString() });
  const look = async () => {
    await voice.lookAtPromises();
    return said.map(({ isDue }) => isDue);
  };
  expect(await look()).toEqual([]);
  now = NOW + PROMISE_BEFORE_MS;
  expect([await look(), await look()]).toEqual([[false], [false]]);
  now = NOW + 2 * PROMISE_BEFORE_MS;
  expect([await look(), await look()]).toEqual([
    [false, true],
    [false, true],
  ]);
  said = [];
  row = aRow('1000022', { followUpAt: new Date(now - 24 * 3_600_000).toISOString() });
  expect(await look()).toEqual([]);
});
