import { type HoursPart, readHours, writeHours } from '../../../src/contract/shops/opening-hours.ts';

/** A span between two times such as `08:00`; empty while it is being typed. */
export interface Stretch {
  opens: string;
  closes: string;
}

/** The open spans of each weekday, from Monday. */
export type Week = readonly (readonly Stretch[])[];

/** Parses opening hours day by day; an invalid text is a closed week. */
export function toWeek(text: string): Week {
  const parts = readHours(text) ?? [];
  return Array.from({ length: 7 }, (_, day) =>
    parts
      .filter(({ from, to }) => from <= day && day <= to)
      .map(({ opens, closes }) => ({ opens, closes }))
      .toSorted((one, other) => (one.opens < other.opens ? -1 : 1)),
  );
}

/** The stored form of a week: consecutive days with the same hours are one part. */
export function fromWeek(week: Week): string {
  const parts: HoursPart[] = [];
  for (const [day, stretches] of week.entries()) {
    for (const { opens, closes } of stretches) {
      const before = parts.find((part) => part.to === day - 1 && part.opens === opens && part.closes === closes);
      if (before) before.to = day;
      else parts.push({ from: day, to: day, opens, closes });
    }
  }
  return writeHours(parts.toSorted((one, other) => one.from - other.from || (one.opens < other.opens ? -1 : 1)));
}
