import type { InstantText } from '../store/tables/columns.ts';

/** An instant as the public API writes it: ISO 8601 in UTC with `Z`, whole seconds. */
export function toPublicInstant(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

/** The same, out of a table; null stays null. */
export function maybePublicInstant(text: InstantText | null): string | null {
  return text === null ? null : toPublicInstant(Temporal.Instant.from(text));
}
