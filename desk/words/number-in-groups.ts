/**
 * A ticket number in groups, as it is read out on the phone: „1000 015”. Groups of three from the end; a single digit in
 * front stays with the group behind it, as nobody hears a digit alone.
 */
export function numberInGroups(number: string): string {
  const groups = number.match(/\d{1,3}(?=(\d{3})*$)/g) ?? [number];
  const [first = '', second = '', ...rest] = groups;
  return (first.length === 1 ? [first + second, ...rest] : groups).join('\u00a0');
}
