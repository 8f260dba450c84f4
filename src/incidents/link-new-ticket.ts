import type { OpenTicketRequest } from '../contract/tickets/open-ticket-request.ts';
import type { KnownShop } from '../shops/recognise-shop.ts';
import { toInstantText } from '../store/instants.ts';
import { findNotice } from '../store/notices.ts';
import type { Store } from '../store/open.ts';
import { takeTurn } from '../store/take-turn.ts';
import { isOpenProblem, isToldTo } from './is-open-incident.ts';

/**
 * The problem that a new ticket says it is about, or null. One that ended meanwhile, is solved, or is not told to this shop
 * links nothing and refuses nothing: the ticket is then one like any other, and no text is lost.
 */
export async function problemOfNewTicket(
  transaction: Store,
  { notice: asked, shopVersion }: Pick<OpenTicketRequest, 'notice' | 'shopVersion'>,
  { shop }: KnownShop,
  now: Temporal.Instant,
): Promise<number | null> {
  if (asked === undefined || !/^\d{1,9}$/.test(asked)) return null;
  const id = Number(asked);
  // Whoever solves the problem takes the same turn: no ticket is linked behind his back.
  await takeTurn(transaction, `notice:${id}`);
  const notice = await findNotice(transaction, id);
  if (!notice || !isOpenProblem(notice)) return null;
  return isToldTo(notice, shopVersion ?? shop.shop_version, toInstantText(now)) ? id : null;
}
