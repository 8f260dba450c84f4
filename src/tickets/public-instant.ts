/** An instant as the public API writes it: ISO 8601 in UTC with `Z`, whole seconds. */
export function toPublicInstant(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}
