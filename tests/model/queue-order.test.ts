import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { SECTIONS, type Section } from '../../src/contract/lists.ts';
import type { Agent } from '../../src/identity/agent.ts';
import type { Store } from '../../src/store/open.ts';
import { readCursor } from '../../src/tickets/queue/queue-cursor.ts';
import { readDeskQueue } from '../../src/tickets/queue/read-desk-queue.ts';
import { aDeskAgent } from '../support/desk-agent.ts';
import { test } from '../support/fixtures.ts';
import { FIRST_SETTINGS } from '../support/service.ts';
import {
  modelDueMs,
  modelIsSoon,
  modelMidnightMs,
  modelOrder,
  QueueStory,
  type StoryTicket,
  type Touched,
} from './queue-story.ts';

/** `npm run model` lets 100,000 tickets arrive. Every other run has a desk of a quarter of the size. */
const isWhole = process.env.POMOC_TEST_MODE === 'model';
const SIZE = isWhole ? { waiting: 1000, slowness: 1 } : { waiting: 250, slowness: 4 };
const ARRIVALS = isWhole ? 100_000 : 4000;
const ARRIVALS_BETWEEN_LOOKS = 100;
const ARRIVALS_BETWEEN_SETBACKS = isWhole ? 2000 : 400;
/** How often everything must happen at least: a look is a chance of each, and there are 50 of them instead of 1,050. */
const TIMES = isWhole ? 10 : 5;
/** Of a slice: one that notices a bound that is an hour off in either direction, or a day for what has no promise. */
const SEED = isWhole ? 5 : 8;
/** A few arrivals bring few tickets to the bound of a section: the clock is set back further to take some over it. */
const SETBACK_MINUTES = isWhole ? 15 : 1200;

/** What stood in each section, in order, and the clock by which it was ordered. */
interface Look {
  nowMs: number;
  sections: Record<Section, string[]>;
  /** what stood in rows of more than one */
  folded: Set<string>;
  /** when it said that it changes next */
  changesMs: number;
}

/** Writes rows as a whole, whether they are new or not. */
async function save(db: Store, rows: readonly StoryTicket['row'][]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (let start = 0; start < rows.length; start += 200) {
      await transaction
        .insertInto('tickets')
        .values(rows.slice(start, start + 200))
        .onConflict((conflict) =>
          conflict.column('number').doUpdateSet((update) => ({
            status: update.ref('excluded.status'),
            waiting_since: update.ref('excluded.waiting_since'),
            answer_by: update.ref('excluded.answer_by'),
            queue_waiting: update.ref('excluded.queue_waiting'),
            queue_outage: update.ref('excluded.queue_outage'),
            proof: update.ref('excluded.proof'),
            queue_unproven: update.ref('excluded.queue_unproven'),
            queue_due_at: update.ref('excluded.queue_due_at'),
            follow_up_at: update.ref('excluded.follow_up_at'),
            follow_ups: update.ref('excluded.follow_ups'),
            queue_return_at: update.ref('excluded.queue_return_at'),
            closed_at: update.ref('excluded.closed_at'),
            changed_at: update.ref('excluded.changed_at'),
            assignee_id: update.ref('excluded.assignee_id'),
            snoozed_until: update.ref('excluded.snoozed_until'),
          })),
        )
        .execute();
    }
  });
}

/** The whole queue, page by page, each section behind its cursor; the clock goes on between two pages, and changes nothing. */
async function look(db: Store, agent: Agent, nowMs: number): Promise<Look> {
  const at = (pages: number) => ({
    store: db,
    now: () => Temporal.Instant.fromEpochMilliseconds(nowMs + pages * 7_200_000),
    firstSettings: FIRST_SETTINGS,
  });
  const first = await readDeskQueue(at(0), agent, {}, null);
  const sections = {} as Look['sections'];
  const folded = new Set<string>();
  /** What a row stands for, page by page: as many as it says, the newest of which it shows. */
  async function unfold(row: QueueRow): Promise<string[]> {
    const numbers: string[] = [];
    let cursor: ReturnType<typeof readCursor> = null;
    do {
      const opened = await readDeskQueue(at(0), agent, { unfold: `${row.shop.id}` }, cursor);
      const [page] = opened.sections;
      expect(page?.count).toBe(row.folded);
      numbers.push(...(page?.tickets ?? []).map(({ number }) => number));
      cursor = page?.next ? readCursor(page.next) : null;
    } while (cursor);
    expect([numbers.length, numbers.at(-1)]).toEqual([row.folded, row.number]);
    for (const number of numbers) folded.add(number);
    return numbers;
  }
  for (const { section, count, tickets, next: behindFirst } of first.sections) {
    const numbers: string[] = [];
    const add = async (rows: readonly QueueRow[]) => {
      for (const row of rows) numbers.push(...(row.folded === null ? [row.number] : await unfold(row)));
    };
    await add(tickets);
    for (let next = behindFirst, pages = 1; next; pages++) {
      const [page] = (await readDeskQueue(at(pages), agent, {}, readCursor(next))).sections;
      await add(page?.tickets ?? []);
      next = page?.next ?? null;
    }
    expect(count).toBe(Math.min(numbers.length, 1000));
    sections[section] = numbers;
  }
  return { nowMs, sections, folded, changesMs: Date.parse(first.changesAt ?? '') };
}

/** How often what the test is about happened: it would say little of what never did. */
type Seen = Record<
  | 'stayed'
  | 'to due-soon'
  | 'to queue'
  | 'to outages'
  | 'from outages'
  | 'to late'
  | 'gone'
  | 'back'
  | 'off again'
  | 'new'
  | 'folded'
  | 'changes',
  number
>;

/** Whatever moved between two looks did so for a reason of the design; whatever stayed kept its place among those that stayed. */
function expectReasons(before: Look, after: Look, touched: Touched, story: QueueStory, seen: Seen): void {
  const [was, is] = [sectionsOf(before), sectionsOf(after)];
  const cameAnew = (number: string) => touched.left.has(number) || touched.entered.has(number);
  for (const [number, section] of was) {
    const now = is.get(number);
    if (now === undefined) {
      if (section === 'promised' && !cameAnew(number) && !touched.snoozed.has(number)) {
        // Only a clock that went back takes away what was back.
        expect(comesBackMs(story.ticket(number), after.nowMs), `${number} is gone`).toBeGreaterThan(after.nowMs);
        seen['off again'] += 1;
        continue;
      }
      if (section === 'promised')
        expect(cameAnew(number) || touched.snoozed.has(number), `${number} is gone`).toBe(true);
      else expect(touched.left, `${number} is gone`).toContain(number);
      seen.gone += 1;
    } else if (now !== section && !cameAnew(number)) {
      if (section === 'outages' || now === 'outages') {
        expect(touched.placed, `${number} moved`).toContain(number);
        seen[now === 'outages' ? 'to outages' : 'from outages'] += 1;
      } else if (!touched.placed.has(number)) {
        expect(now, `${number} moved`).not.toBe('promised');
        const to = now as 'due-soon' | 'queue';
        expectTime(story.ticket(number), before.nowMs, after.nowMs, to);
        seen[`to ${to}`] += 1;
      }
    }
  }
  for (const number of is.keys()) {
    if (was.has(number)) continue;
    if (is.get(number) === 'promised') {
      const isBack = comesBackMs(story.ticket(number), before.nowMs) > before.nowMs;
      expect(isBack || touched.snoozed.has(number), `${number} appeared`).toBe(true);
      seen.back += 1;
      continue;
    }
    expect(touched.entered, `${number} appeared`).toContain(number);
    seen.new += 1;
  }
  const isVouched = (number: string) => touched.vouched.has(number);
  const isBecomingLate = (number: string) => {
    const due = modelDueMs(story.ticket(number));
    const isLate = due <= before.nowMs !== due <= after.nowMs;
    if (isLate) seen['to late'] += 1;
    return isLate;
  };
  for (const section of SECTIONS) {
    // What folds or stands alone depends on the other outages of its shop.
    const isAlone = (number: string) => !before.folded.has(number) && !after.folded.has(number);
    const stayed = (number: string) =>
      was.get(number) === section &&
      is.get(number) === section &&
      !cameAnew(number) &&
      isAlone(number) &&
      !touched.snoozed.has(number) &&
      !isBecomingLate(number) &&
      !isVouched(number);
    const kept = after.sections[section].filter(stayed);
    expect(kept).toEqual(before.sections[section].filter(stayed));
    seen.stayed += kept.length;
  }
}

function sectionsOf({ sections }: Look): Map<string, Section> {
  return new Map(SECTIONS.flatMap((section) => sections[section].map((number) => [number, section] as const)));
}

/** When a ticket that nobody waits for comes into its section: with the day of what we said, or when it was put off to. */
function comesBackMs({ followUpMs, snoozedMs }: StoryTicket, nowMs: number): number {
  const isToday = followUpMs !== null && followUpMs < modelMidnightMs(nowMs);
  return Math.min(isToday ? nowMs : Number.POSITIVE_INFINITY, snoozedMs ?? Number.POSITIVE_INFINITY);
}

/** Between the queue and what is due soon time alone moves a ticket, and back only when the clock itself went back. */
function expectTime(ticket: StoryTicket, beforeMs: number, afterMs: number, now: 'due-soon' | 'queue'): void {
  const [earlierMs, laterMs] = now === 'due-soon' ? [beforeMs, afterMs] : [afterMs, beforeMs];
  expect([earlierMs, laterMs].map((ms) => modelIsSoon(ticket, ms))).toEqual([false, true]);
}

test(`${ARRIVALS} random arrivals later the queue is still in the order of the design, and whatever moved had a reason`, {
  timeout: isWhole ? 3_600_000 : 180_000,
}, async ({ api: desk }) => {
  const { id, name } = await aDeskAgent(desk);
  const agent: Agent = { id, name, email: 'ola@shopgold.pl', role: 'agent' };
  const story = new QueueStory(SEED, [id], SIZE);
  const seen: Seen = {
    stayed: 0,
    'to due-soon': 0,
    'to queue': 0,
    'to outages': 0,
    'from outages': 0,
    'to late': 0,
    gone: 0,
    back: 0,
    'off again': 0,
    new: 0,
    folded: 0,
    changes: 0,
  };
  let before: Look = {
    nowMs: story.nowMs,
    sections: { outages: [], 'due-soon': [], promised: [], queue: [] },
    folded: new Set(),
    changesMs: story.nowMs,
  };
  /** Whether anything stands elsewhere from an instant on; only where an outage is late, nothing does. */
  function changesAt(ms: number): boolean {
    return !isDeepStrictEqual(modelOrder(story.standing, ms - 1), modelOrder(story.standing, ms));
  }
  async function lookAgain(): Promise<void> {
    const { rows, touched } = story.take();
    await save(desk.store, rows);
    const now = await look(desk.store, agent, story.nowMs);
    expect(now.changesMs).toBeGreaterThan(story.nowMs);
    const order = modelOrder(story.standing, story.nowMs);
    expect(now.sections).toEqual(order);
    // Nothing but an event changes it before the queue says that it changes.
    expect(modelOrder(story.standing, now.changesMs - 1)).toEqual(order);
    if (changesAt(now.changesMs)) seen.changes += 1;
    expectReasons(before, now, touched, story, seen);
    seen.folded += now.folded.size;
    before = now;
  }
  while (story.tickets.length < ARRIVALS) {
    story.goOn(ARRIVALS_BETWEEN_LOOKS);
    await lookAgain();
    if (story.tickets.length % ARRIVALS_BETWEEN_SETBACKS > 0) continue;
    story.setClockBack(SETBACK_MINUTES);
    await lookAgain();
  }
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(TIMES);
});
