import type { LinkWay } from '../contract/lists.ts';
import type { OpenedLink } from '../contract/tickets/ticket-link.ts';
import type { OpenTicketLinkRequest } from '../contract/tickets/ticket-link-requests.ts';
import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { beginLinkSession } from '../identity/link-session.ts';
import { readLinkKey } from '../identity/mail-marks.ts';
import { CODE_TRIES, isSameCode, ticketCodeHash } from '../identity/ticket-code.ts';
import { tokenLives } from '../policy/auto-close.ts';
import { readInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import { countCodeTry, takeCodeTryBack } from '../store/link-sessions.ts';
import { putMailAddress } from '../store/mail-addresses.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findShopById } from '../store/shops.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';
import { resolveMerged } from './resolve-merged.ts';

/** What opening by a link needs: the store, the time, and the key of marks. */
export type LinkDeps = StoreAndClock & { markKey: Uint8Array };

/**
 * Exchanges the key of a link, or a code, for a session of that ticket. Who has a key that went by mail reads the mail of its
 * contact, whom we may write to from then on.
 * @returns null for a wrong key, a ticket that does not exist, and one that was closed 30 days ago: nobody learns which
 */
export async function openTicketLink(deps: LinkDeps, request: OpenTicketLinkRequest): Promise<OpenedLink | null> {
  const now = deps.now();
  return deps.store.transaction().execute(async (transaction) => {
    const ticket = isTicketNumber(request.number) ? await findTicket(transaction, request.number) : null;
    const shown = await whatIsShown(transaction, deps.markKey, request, ticket, now);
    const goesOn = ticket && (await resolveMerged(transaction, ticket.number));
    if (!ticket || !shown || !goesOn || !tokenLives(readInstant(goesOn.closed_at), now)) return null;
    if (shown === 'link' && ticket.contact_email !== '')
      await putMailAddress(transaction, {
        address: ticket.contact_email.toLowerCase(),
        wrote_at: toInstantText(now),
      });
    const { session, expiresAt } = await beginLinkSession(transaction, ticket, shown, now);
    const { shop } = await findShopById(transaction, ticket.shop_id);
    const { number, language } = ticket;
    return {
      session,
      expiresAt: toPublicInstant(expiresAt),
      number,
      language,
      shop: URL.parse(shop.install_url)?.host ?? '',
    };
  });
}

/** How somebody showed that they may open a ticket. One that does not exist has a key too, which nobody can know. */
async function whatIsShown(
  transaction: Store,
  markKey: Uint8Array,
  request: OpenTicketLinkRequest,
  ticket: TicketRow | null,
  now: Temporal.Instant,
): Promise<LinkWay | null> {
  if (request.key !== undefined) {
    const shown = readLinkKey(markKey, request.number, ticket?.link_version ?? 0, request.key);
    return ticket && shown && (shown === 'mailed' ? 'link' : shown);
  }
  const given = ticketCodeHash(markKey, request.number, request.code ?? '');
  const code = await countCodeTry(transaction, request.number);
  const isRight = isSameCode(given, code?.code_hash ?? given);
  if (!code || !isRight || code.tries > CODE_TRIES || code.expires_at <= toInstantText(now)) return null;
  await takeCodeTryBack(transaction, request.number);
  return 'code';
}
