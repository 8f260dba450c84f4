/** From this size on, in bytes, whole kilobytes would round to 1000. */
const MEGABYTES_FROM = 999_500;

/**
 * A size such as „12 kB” or „1,4 MB”, of whole units from ten on. Units are the same in both languages.
 * @param bytes rounded to the nearest; a size above 0 is at least 0.1 kB
 * @param locale for the decimal sign
 */
export function sizeInWords(bytes: number, locale: string): string {
  const [size, unit] =
    bytes < MEGABYTES_FROM ? [Math.max(bytes / 1000, bytes && 0.1), 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString(locale, { maximumFractionDigits: size < 9.95 ? 1 : 0 })}\u00a0${unit}`;
}
