import { TICKET_TOKEN } from '../contract/shapes.ts';
import type { Store } from '../store/open.ts';
import { readShopSession } from './read-shop-session.ts';
import { hashToken } from './token.ts';

/** Who asks over the public API, as far as the `Authorization` header shows. Whether it opens anything is another question. */
export type Caller =
  | { kind: 'nobody' }
  /** holds a text shaped like a ticket token: it opens the ticket that has this hash, if any */
  | { kind: 'token'; tokenHash: string }
  | { kind: 'session'; shopId: number };

/** Reads who asks from an `Authorization` header. A session that is over, or never was, is nobody. */
export async function identifyCaller(
  db: Store,
  authorization: string | undefined,
  now: Temporal.Instant,
): Promise<Caller> {
  const bearer = /^Bearer ([\w-]{1,100})$/i.exec(authorization ?? '')?.[1];
  if (!bearer) return { kind: 'nobody' };
  if (TICKET_TOKEN.test(bearer)) return { kind: 'token', tokenHash: hashToken(bearer) };
  const session = await readShopSession(db, bearer, now);
  return session ? { kind: 'session', shopId: session.shopId } : { kind: 'nobody' };
}
