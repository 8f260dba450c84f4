/** An instant as the tables hold it: ISO 8601 in UTC with milliseconds, so that the order of texts is that of instants. */
export type InstantText = string;

/** An instant in the text form of the tables. */
export function toInstantText(instant: Temporal.Instant): InstantText {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** An instant read from the tables; null stays null. */
export function readInstant(text: InstantText | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

/** An instant as the public API writes it: ISO 8601 in UTC with `Z`, whole seconds. */
export function toPublicInstant(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

/** The same for a table's text; null stays null. */
export function maybePublicInstant(text: InstantText | null): string | null {
  return text === null ? null : toPublicInstant(Temporal.Instant.from(text));
}
