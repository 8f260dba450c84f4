/** A size such as „12 kB” or „1,4 MB”. */
export function sizeInWords(bytes: number, locale: string): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString(locale, { maximumFractionDigits: size < 10 ? 1 : 0 })}\u00a0${unit}`;
}
