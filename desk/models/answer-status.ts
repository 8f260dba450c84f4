import type { AnswerTicketRequest } from '../../src/contract/desk/answer-ticket-request.ts';

/** Where an answer leaves the ticket. */
export type AnswerStatus = AnswerTicketRequest['status'];

/** In the order in which they are offered. */
export const ANSWER_STATUSES: readonly AnswerStatus[] = ['waiting-for-customer', 'in-progress', 'solved'];

/** When nothing else is chosen. */
export const USUAL_STATUS: AnswerStatus = 'waiting-for-customer';

/** What a text means as such a status; null when it is none, or one that no answer can leave. */
export function readAnswerStatus(text: string | null): AnswerStatus | null {
  return ANSWER_STATUSES.find((status) => status === text) ?? null;
}
