import type { InstantText } from './tables/columns.ts';

/** An instant as the tables hold it. */
export function toInstantText(instant: Temporal.Instant): InstantText {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** An instant out of the tables; null stays null. */
export function readInstant(text: InstantText | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}
