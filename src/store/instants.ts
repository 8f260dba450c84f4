import type { InstantText } from './tables/columns.ts';

/** An instant in the text form of the tables. */
export function toInstantText(instant: Temporal.Instant): InstantText {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** An instant read from the tables; null stays null. */
export function readInstant(text: InstantText | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}
