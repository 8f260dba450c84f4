/** “1 new answer”, “5 new answers”. */
export function unreadInWords(count: number): string {
  return `${count}\u00a0new answer${count === 1 ? '' : 's'}`;
}
