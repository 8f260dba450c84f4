import type { OpenPhoneTicketRequest } from '../../contract/desk/open-phone-ticket-request.ts';
import { newTicketToken } from '../../identity/token.ts';
import type { StoreAndClock } from '../../store/open.ts';
import { findShopOrNull } from '../../store/shops.ts';
import type { Done } from '../idempotently.ts';
import { type NotOpened, openTicket } from '../open-ticket.ts';

/**
 * Records a call as a ticket (R10): the same use case as for every other ticket, so that the same rules hold. Nobody
 * gets the ticket's token, so only sessions of the shop and agents can open it.
 * @param actor the id of the agent who took the call
 */
export async function openPhoneTicket(
  deps: StoreAndClock,
  { shop: id, ...written }: OpenPhoneTicketRequest,
  idempotencyKey: string,
  actor: string,
): Promise<Done | NotOpened> {
  const found = await findShopOrNull(deps.store, id);
  if (!found) return { outcome: 'refused', code: 'not-found' };
  return openTicket(deps, {
    request: {
      ...written,
      supportNumber: found.shop.support_number,
      installUrl: found.shop.install_url,
      ticketToken: newTicketToken(),
    },
    idempotencyKey,
    origin: null,
    caller: { kind: 'nobody' },
    takenBy: actor,
  });
}
