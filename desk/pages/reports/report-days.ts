import { dayInWarsaw } from '../../../browser/warsaw.ts';

/** Preset ranges of days, in the order of the buttons. */
export const PRESETS = ['7d', '30d', '90d', 'this-month', 'last-month'] as const;

export type Preset = (typeof PRESETS)[number];

/** The longest range, in days. */
const MOST_DAYS = 366;

/** Days such as `2026-11-22`, both included. */
export interface Days {
  from: string;
  to: string;
}

/** The shown days, and how they were chosen. */
export interface Chosen extends Days {
  preset: Preset | 'own';
}

const DAY_MS = 86_400_000;

/** Adds days to a calendar day, which has no time zone. */
function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The number of days in a range; below 1 when it is reversed, NaN when a day is invalid. */
export function countDays({ from, to }: Days): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** The days of a preset, seen from `today`. */
export function daysOf(preset: Preset, today: string): Days {
  const first = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case 'this-month':
      return { from: first, to: today };
    case 'last-month':
      return { from: `${later(first, -1).slice(0, 7)}-01`, to: later(first, -1) };
    default:
      return { from: later(today, 1 - Number.parseInt(preset, 10)), to: today };
  }
}

/** The validation error of a custom range, or null. */
export function wrongDays(days: Days): 'missing' | 'backwards' | 'too-long' | null {
  const count = countDays(days);
  if (Number.isNaN(count)) return 'missing';
  if (count < 1) return 'backwards';
  return count > MOST_DAYS ? 'too-long' : null;
}

const OWN = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/;

/**
 * Parses the days in the page's address: a preset, or `2026-01-01_2026-01-31`; anything else is the last 30 days.
 * @param id the part of the address after `#/reports/`
 */
export function readDays(id: string | null, now: number): Chosen {
  const [, from = '', to = ''] = OWN.exec(id ?? '') ?? [];
  if (from && wrongDays({ from, to }) === null) return { preset: 'own', from, to };
  const preset = PRESETS.find((one) => one === id) ?? '30d';
  return { preset, ...daysOf(preset, dayInWarsaw(now)) };
}

/** A custom range in the form of the address. */
export function ownDays({ from, to }: Days): string {
  return `${from}_${to}`;
}
