import type { AnswerTimes, Report } from '../../../../src/contract/desk/read-report.ts';

export function someTimes(otherwise: Partial<AnswerTimes> = {}): AnswerTimes {
  return {
    waits: 40,
    answered: 36,
    moved: 1,
    inProgress: 3,
    kept: 39,
    broken: 1,
    keptPercent: 97.5,
    medianMinutes: 130,
    p90Minutes: 4600,
    ...otherwise,
  };
}

const NO_TIMES = someTimes({
  waits: 0,
  answered: 0,
  moved: 0,
  inProgress: 0,
  kept: 0,
  broken: 0,
  keptPercent: null,
  medianMinutes: null,
  p90Minutes: null,
});

/** A report of a month with tickets by two channels, with what the test wants otherwise. */
export function aReport(otherwise: Partial<Report> = {}): Report {
  const load = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
  (load[0] as number[])[9] = 12;
  (load[4] as number[])[15] = 3;
  return {
    at: '2026-11-22T09:00:00Z',
    from: '2026-10-24',
    to: '2026-11-22',
    before: { from: '2026-09-24', to: '2026-10-23' },
    received: {
      total: { count: 1234, before: 1222 },
      byChannel: [
        { channel: 'panel', count: 1200, before: 1222 },
        { channel: 'email', count: 34, before: 0 },
      ],
      byTopic: [
        { topic: 'configuration', count: 1000, before: 1000, helped: 12, notHelped: 3 },
        { topic: 'N8', count: 234, before: 222, helped: 0, notHelped: 0 },
      ],
      corrected: { count: 0, moves: [] },
    },
    notCovered: {
      total: { count: 234, before: 222 },
      percent: 18.9,
      percentBefore: 18.1,
      byRule: [{ rule: 'N8', count: 234, before: 222 }],
    },
    answers: {
      total: { now: someTimes(), before: someTimes({ keptPercent: 99.6, medianMinutes: 60, waits: 45 }) },
      byChannel: [
        { channel: 'panel', isPromised: true, now: someTimes(), before: NO_TIMES },
        {
          channel: 'email',
          isPromised: false,
          now: someTimes({ keptPercent: null, kept: 0, broken: 0 }),
          before: NO_TIMES,
        },
      ],
    },
    followUps: {
      now: { kept: 8, late: 2, running: 1 },
      before: { kept: 9, late: 0, running: 0 },
      days: [
        { day: '2026-11-22', agent: { id: 'a_ola', name: 'Ola' }, kept: 5, late: 2, running: 1 },
        { day: '2026-11-21', agent: { id: 'a_jan', name: 'Jan' }, kept: 3, late: 0, running: 0 },
      ],
    },
    load,
    step: 'day',
    steps: [
      { from: '2026-11-21', to: '2026-11-21', count: 1000 },
      { from: '2026-11-22', to: '2026-11-22', count: 234 },
    ],
    ...otherwise,
  };
}

/** Nothing at all, before or now. */
export function anEmptyReport(): Report {
  return aReport({
    received: { total: { count: 0, before: 0 }, byChannel: [], byTopic: [], corrected: { count: 0, moves: [] } },
    notCovered: { total: { count: 0, before: 0 }, percent: null, percentBefore: null, byRule: [] },
    answers: { total: { now: NO_TIMES, before: NO_TIMES }, byChannel: [] },
    followUps: {
      now: { kept: 0, late: 0, running: 0 },
      before: { kept: 0, late: 0, running: 0 },
      days: [],
    },
    load: Array.from({ length: 7 }, () => Array<number>(24).fill(0)),
    steps: [],
  });
}
