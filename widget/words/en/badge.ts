/** “1 new answer”, “5 new answers”. */
export function unreadInWords(count: number): string {
  return `${count}\u00a0new answer${count === 1 ? '' : 's'}`;
}

/** The sign of an advisory, behind the entry's name. */
export const advised = 'important fix for your version of the shop';
