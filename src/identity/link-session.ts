import type { LinkWay } from '../contract/lists.ts';
import { tokenLives } from '../policy/auto-close.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import { findLinkSession, insertLinkSession } from '../store/link-sessions.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { hashToken, newToken } from './token.ts';

/** How long a ticket that was opened by its link stays open, in minutes (`mail.md`): the page exchanges its key again. */
const SESSION_MINUTES = 60;

/** The shape of such a session's token; other texts are not looked up. */
const LINK_SESSION = /^l_[A-Za-z0-9_-]{43}$/;

/** Begins a session that opens one ticket, until it ends or the links of the ticket are revoked. */
export async function beginLinkSession(
  db: Store,
  { number, link_version }: Pick<TicketRow, 'number' | 'link_version'>,
  via: LinkWay,
  now: Temporal.Instant,
): Promise<{ session: string; expiresAt: Temporal.Instant }> {
  const session = newToken('l');
  const expiresAt = now.add({ minutes: SESSION_MINUTES });
  await insertLinkSession(db, {
    token_hash: hashToken(session),
    ticket_number: number,
    link_version,
    via,
    expires_at: toInstantText(expiresAt),
  });
  return { session, expiresAt };
}

/**
 * The ticket of a bearer token.
 * @returns its number, and how it was opened; null for an unknown or expired session, after its links were revoked, and from 30 days after the
 * ticket was closed
 */
export async function readLinkSession(
  db: Store,
  bearer: string,
  now: Temporal.Instant,
): Promise<{ number: string; via: LinkWay } | null> {
  if (!LINK_SESSION.test(bearer)) return null;
  const session = await findLinkSession(db, hashToken(bearer), toInstantText(now));
  return session && tokenLives(readInstant(session.closedAt), now)
    ? { number: session.number, via: session.via }
    : null;
}
