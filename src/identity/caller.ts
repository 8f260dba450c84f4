import type { MessageWay } from '../contract/lists.ts';
import { TICKET_TOKEN } from '../contract/shapes.ts';
import type { Store } from '../store/open.ts';
import { readLinkSession } from './link-session.ts';
import { readShopSession } from './read-shop-session.ts';
import { hashToken } from './token.ts';

/**
 * The caller of the public API, as far as the `Authorization` header shows. It does not say what the caller may see.
 */
export type Caller =
  | { kind: 'nobody' }
  /** has a text shaped like a ticket token, which opens the ticket with this hash, if any */
  | { kind: 'token'; tokenHash: string }
  | { kind: 'session'; shopId: number }
  /** opened this ticket by a link of it or a code, or answers a letter of it: this ticket and nothing else */
  | { kind: 'link'; number: string; via: MessageWay };

/** Identifies the caller from an `Authorization` header. An expired or unknown session is an anonymous caller. */
export async function identifyCaller(
  db: Store,
  authorization: string | undefined,
  now: Temporal.Instant,
): Promise<Caller> {
  const bearer = /^Bearer ([\w-]{1,100})$/i.exec(authorization ?? '')?.[1];
  if (!bearer) return { kind: 'nobody' };
  if (TICKET_TOKEN.test(bearer)) return { kind: 'token', tokenHash: hashToken(bearer) };
  const session = await readShopSession(db, bearer, now);
  if (session) return { kind: 'session', shopId: session.shopId };
  const opened = await readLinkSession(db, bearer, now);
  return opened === null ? { kind: 'nobody' } : { kind: 'link', ...opened };
}
