/** What went wrong with a letter, as nodemailer says it. */
export interface SendError {
  /** such as `EENVELOPE` */
  code: string | null;
  /** the SMTP command that was answered, such as `RCPT TO`; `CONN` for the connection */
  command: string | null;
  /** the server's code; null when there was no answer */
  responseCode: number | null;
  /** the server's words */
  response: string | null;
}

/**
 * What an error means.
 *
 * - `later`: the server is away, busy, or asks to come again
 * - `letter`: this letter is refused for good; `address`: there is no such address
 * - `us`: the server refuses us, whatever we send: everything waits, and somebody of ours must look
 */
export type FailureKind = 'later' | 'letter' | 'address' | 'us';

/**
 * Judges an error by command and code (`anchors/mail.md` 4.5). Only what the server says of the recipient and of the data
 * is about the letter; a lost answer after the data looks like a lost connection, and the letter goes again with the same
 * `Message-ID`.
 */
export function failureKind({ code, command, responseCode, response }: SendError): FailureKind {
  if (responseCode === null || responseCode < 500 || responseCode > 599) return 'later';
  if (command === 'RCPT TO') return /\b5\.(?:1\.\d{1,3}|2\.1)\b/.test(response ?? '') ? 'address' : 'letter';
  if (command === 'DATA' || code === 'EMESSAGE') return 'letter';
  return 'us';
}

/** Minutes from one try to the next: soon at first, as greylisting servers want it, then each four hours. */
const PAUSES_MINUTES = [1, 5, 15, 60];
const LAST_PAUSE_MINUTES = 240;

/** Hours after which a letter is given up. */
export const GIVEN_UP_HOURS = 48;

/** When a letter goes again after its try with this number, from 1; null when it is given up. */
export function nextTry(tries: number, createdAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const next = now.add({ minutes: PAUSES_MINUTES[tries - 1] ?? LAST_PAUSE_MINUTES });
  return Temporal.Instant.compare(next, createdAt.add({ hours: GIVEN_UP_HOURS })) <= 0 ? next : null;
}

/** How long everything waits while the server refuses us, before one letter tries again. */
export const STOP_MINUTES = 5;
