const inWarsaw = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Warsaw' });

/**
 * The instant of a date and time as a field for them gives it, `2026-11-22T10:05`, on the clocks of Poland, whatever the machine's own say.
 * @returns null for a time that the clocks leave out in spring, or for what is no time; of an hour that comes twice the first
 */
export function warsawMoment(typed: string): string | null {
  for (const offset of ['+02:00', '+01:00']) {
    const at = new Date(`${typed}:00${offset}`);
    if (!Number.isNaN(at.getTime()) && inWarsaw.format(at).replace(' ', 'T') === typed) return at.toISOString();
  }
  return null;
}
