import { momentInWords } from '#words/dates.ts';
import { sentWords } from '#words/sending.ts';

/**
 * Why something waits to be sent.
 * @param until the end of the pause that the service asked for, in milliseconds since 1970
 */
export function waitInWords({ until }: { until?: number }): string {
  return until ? `${sentWords.pausedMore} ${momentInWords(until)}.` : sentWords.waitingMore;
}

/** Whether its text outlives the page. */
export function keptInWords(isKept: boolean): string {
  return isKept ? sentWords.kept : sentWords.notDurable;
}
