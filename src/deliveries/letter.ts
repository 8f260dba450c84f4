/** A letter as it goes to the server. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** without angle brackets, as the other ids */
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  /** the same on each try */
  date: Date;
  /** where bounces go */
  envelopeFrom: string;
  replyTo: string;
  /** such as `Auto-Submitted` */
  headers: Record<string, string>;
}
