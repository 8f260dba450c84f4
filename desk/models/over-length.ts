/** How many characters (UTF-16 code units, as the service counts) a text is too long, white space around it apart. */
export function overLength(text: string, most: number): number {
  return Math.max(0, text.trim().length - most);
}
