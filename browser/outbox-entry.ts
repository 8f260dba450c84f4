import { plainLine, plainName } from '../src/contract/plain-line.ts';
import { CONTROL_CHARACTERS } from '../src/contract/shapes.ts';
import { ageOf } from './age.ts';
import { randomId } from './random-id.ts';

/** Something being sent: frozen, so that every attempt sends the same. */
export interface OutboxEntry<Draft = unknown> {
  /** the `Idempotency-Key`: 128 random bits */
  key: string;
  /** the request's body, byte for byte */
  body: string;
  /** its draft, to return to the form if it is refused */
  draft: Draft;
  /** milliseconds since 1970 */
  createdAt: number;
}

/**
 * Freezes a request and its draft.
 * @param request the content of the body; see `sendable`
 * @param now milliseconds since 1970
 */
export function toOutboxEntry<Draft>(request: object, draft: Draft, now: number): OutboxEntry<Draft> {
  return { key: randomId(16), body: toBody(request), draft, createdAt: now };
}

/** Fields of one line that somebody compares or dials; see `plainLine`. */
const PLAIN = ['supportNumber', 'installUrl', 'email', 'phone'];

/** A request as JSON, with texts that the service accepts. What is shown stays as it was typed. */
export function toBody(request: object): string {
  return JSON.stringify(request, (field, value) => {
    if (typeof value !== 'string') return value;
    return sendable(PLAIN.includes(field) ? plainLine(value) : field === 'name' ? plainName(value) : value);
  });
}

/** Removes what pasted text may contain and the service refuses: control characters and lone surrogates. */
export function sendable(text: string): string {
  return text.replace(CONTROL_CHARACTERS, '').toWellFormed();
}

const ASK_AFTER_HOURS = 24;

/** Whether to ask before sending an entry: after a day the matter may be settled. One of unknown age counts as new. */
export function isOld({ createdAt }: OutboxEntry, now: number): boolean {
  return (ageOf(createdAt, now) ?? 0) > ASK_AFTER_HOURS * 3_600_000;
}
