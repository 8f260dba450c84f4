/** Days in which an answer to our question opens the ticket as of the first letter's time. */
export const ANSWER_DAYS = 14;

/** When a ticket counts as come, whose letter we had to ask about: with the letter, if it was answered in time. */
export function receivedAtOf(letterAt: Temporal.Instant, answeredAt: Temporal.Instant): Temporal.Instant {
  const isInTime = Temporal.Instant.compare(answeredAt, letterAt.add({ hours: ANSWER_DAYS * 24 })) <= 0;
  return isInTime ? letterAt : answeredAt;
}
