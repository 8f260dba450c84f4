import type { InstantText } from './tables.ts';

/** An instant as the tables hold it. */
export function toInstantText(instant: Temporal.Instant): InstantText {
  return instant.toString({ smallestUnit: 'millisecond' });
}
