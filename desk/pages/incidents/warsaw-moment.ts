const inWarsaw = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Warsaw' });

/**
 * The instant of a `datetime-local` value such as `2026-11-22T10:05`, in Poland's time zone, whatever the machine's own
 * is.
 * @returns null for an invalid time or one that the clocks skip in spring; of an hour that comes twice, the first
 */
export function warsawMoment(typed: string): string | null {
  for (const offset of ['+02:00', '+01:00']) {
    const at = new Date(`${typed}:00${offset}`);
    if (!Number.isNaN(at.getTime()) && inWarsaw.format(at).replace(' ', 'T') === typed) return at.toISOString();
  }
  return null;
}
