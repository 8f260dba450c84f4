/**
 * A ticket number in groups, as it is read out on the phone: „1000 015”. Groups of three from the end; a single leading
 * digit stays with the next group, as a lone digit is easily missed.
 */
export function numberInGroups(number: string): string {
  const groups = number.match(/\d{1,3}(?=(\d{3})*$)/g) ?? [number];
  const [first = '', second = '', ...rest] = groups;
  return (first.length === 1 ? [first + second, ...rest] : groups).join('\u00a0');
}
