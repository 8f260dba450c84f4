import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../src/reports/read-report.ts';
import { fillWaits } from '../../src/store/migrations/fill-waits.ts';
import { service } from '../support/service.ts';
import { anyHistory, live, type ModelTicket, type ModelWait } from './report-history.ts';

const START = Temporal.Instant.from('2026-10-20T07:00:00Z');
const DUE_MS = 259_200_000;
const MINUTE_MS = 60_000;
const COVERED = ['running', 'outage', 'installation'];

/** Day, hour and weekday on a clock in Warsaw, by another road than the service's. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});
function inWarsaw(at: number) {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '');
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour), weekday };
}

function isWithin(at: number, { from, to }: { from: string; to: string }): boolean {
  const { day } = inWarsaw(at);
  return from <= day && day <= to;
}

function naiveTimes(waits: readonly ModelWait[], now: number) {
  const due = ({ isPromised, from }: ModelWait) => (isPromised ? from + DUE_MS : Number.POSITIVE_INFINITY);
  const answers = waits.filter(({ answered }) => answered);
  const minutes = answers.map(({ from, to }) => Math.floor((Number(to) - from) / MINUTE_MS)).toSorted((a, b) => a - b);
  const kept = answers.filter((wait) => wait.isPromised && Number(wait.to) <= due(wait)).length;
  const broken = waits.filter((wait) => (wait.to ?? now) > due(wait)).length;
  return {
    waits: waits.length,
    answered: answers.length,
    moved: waits.filter(({ to, answered }) => to !== null && !answered).length,
    inProgress: waits.filter((wait) => wait.to === null && now <= due(wait)).length,
    kept,
    broken,
    keptPercent: kept + broken === 0 ? null : Math.round((kept * 1000) / (kept + broken)) / 10,
    medianMinutes: minutes[Math.ceil(minutes.length * 0.5) - 1] ?? null,
    p90Minutes: minutes[Math.ceil((minutes.length * 9) / 10) - 1] ?? null,
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** What a list of the report says, by name; what there was none of in the period does not matter. */
function counted(lines: readonly { count: number }[], name: string): Record<string, number> {
  return Object.fromEntries(
    lines
      .filter(({ count }) => count > 0)
      .map((line) => [String((line as unknown as Record<string, unknown>)[name]), line.count]),
  );
}

function expectLike(
  report: Awaited<ReturnType<typeof readReport>>,
  tickets: readonly ModelTicket[],
  now: number,
): void {
  const came = tickets.filter(({ at }) => isWithin(at, report));
  const cameBefore = tickets.filter(({ at }) => isWithin(at, report.before));
  expect(report.received.total).toEqual({ count: came.length, before: cameBefore.length });
  expect(counted(report.received.byChannel, 'channel')).toEqual(tally(came.map(({ channel }) => channel)));
  expect(counted(report.received.byTopic, 'topic')).toEqual(tally(came.map(({ topic }) => topic)));
  expect(report.received.byTopic.map(({ count }) => count)).toEqual(
    report.received.byTopic.map(({ count }) => count).toSorted((a, b) => b - a),
  );
  const uncovered = came.filter(({ topic, isSecond }) => isSecond || !COVERED.includes(topic));
  expect(report.notCovered.total.count).toBe(uncovered.length);
  expect(counted(report.notCovered.byRule, 'rule')).toEqual(
    tally(uncovered.map(({ topic, isSecond }) => (isSecond ? 'N6' : topic))),
  );

  const waits = tickets.flatMap((ticket) => ticket.waits);
  const began = waits.filter(({ from }) => isWithin(from, report));
  const beganBefore = waits.filter(({ from }) => isWithin(from, report.before));
  expect(report.answers.total).toEqual({ now: naiveTimes(began, now), before: naiveTimes(beganBefore, now) });
  for (const { channel, isPromised, ...times } of report.answers.byChannel) {
    const [here, earlier] = [began, beganBefore].map((all) => all.filter((wait) => wait.channel === channel));
    expect(isPromised).toBe(channel !== 'email');
    expect(times).toEqual({ now: naiveTimes(here ?? [], now), before: naiveTimes(earlier ?? [], now) });
  }
  const load = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
  for (const { from } of began) {
    const { weekday, hour } = inWarsaw(from);
    (load[weekday] as number[])[hour] = (load[weekday]?.[hour] ?? 0) + 1;
  }
  expect(report.load).toEqual(load);
  for (const step of report.steps) expect(step.count).toBe(came.filter(({ at }) => isWithin(at, step)).length);
}

test('whatever happened, the report says what a list of all of it says; so does one of older tickets, from their audit trail', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(20), fc.nat(60), async (history, first, more) => {
      const api = await service();
      api.clock.now = START;
      try {
        const tickets = await live(api, history);
        const from = Temporal.PlainDate.from('2026-10-20').add({ days: first });
        const period = { from, to: from.add({ days: more }) };
        const now = api.clock.now.epochMilliseconds;
        expectLike(await readReport(api.store, period, api.clock.now), tickets, now);

        const written = () =>
          api.store
            .selectFrom('waits')
            .select(['ticket_number', 'channel', 'began_at', 'due_at', 'ended_at', 'ended_by', 'answer_seconds'])
            .orderBy('ticket_number')
            .orderBy('began_at')
            .orderBy('id')
            .execute();
        const before = await written();
        expect(before).toHaveLength(tickets.flatMap(({ waits }) => waits).length);
        // Merging is younger than this table but in one version with it: no older ticket was ever merged.
        const merged = new Set(tickets.filter(({ isMerged }) => isMerged).map(({ number }) => number));
        const never = before.filter(({ ticket_number }) => !merged.has(ticket_number));
        await api.store.deleteFrom('waits').execute();
        await fillWaits(api.store as never);
        expect((await written()).filter(({ ticket_number }) => !merged.has(ticket_number))).toEqual(never);
      } finally {
        await api.discard();
      }
    }),
    { numRuns: 8 },
  );
}, 60_000);
