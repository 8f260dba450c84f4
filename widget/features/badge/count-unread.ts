import { createHttp, type Endpoint } from '../../../browser/http.ts';
import type { EmbedConfig } from '../../host-page/embed-config.ts';
import type { ShopIdentity } from '../../identity/identity.ts';
import { PATHS } from '../../identity/paths.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';

/** The most pairs that `POST /unread` takes. */
const MOST_PAIRS = 100;

/** How many of the newest tickets are searched for the answered one. */
const MOST_LOOKED_THROUGH = 5;

/**
 * The number of unread replies: in all tickets of the shop if the panel signs its identity, otherwise in those of this
 * browser. Without libraries, as it runs on every page while a ticket is open.
 * @returns null when it could not be learned
 */
export async function countUnread(
  api: string,
  identity: Pick<ShopIdentity, 'session'>,
  followed: FollowedTicket[],
): Promise<number | null> {
  const session = await identity.session();
  if (!session && followed.length === 0) return null;
  const tickets = followed.slice(-MOST_PAIRS).map(({ receipt, token }) => ({ number: receipt.number, token }));
  const answer = await httpOf(api).call(UNREAD, { bearer: session, json: session ? {} : { tickets } });
  return answer.outcome === 'ok' ? answer.value : null;
}

/**
 * The ticket of this browser that has all unread replies, found by asking for one ticket after another.
 * @param unread the number of unread replies
 * @returns its number; undefined when they are in several tickets, or in one of another browser
 */
export async function findUnread(api: string, followed: FollowedTicket[], unread: number): Promise<string> {
  for (const ticket of followed.slice(-MOST_LOOKED_THROUGH).reverse()) {
    if ((await countUnread(api, NO_SESSION, [ticket])) === unread) return ticket.receipt.number;
  }
  return '';
}

const NO_SESSION = { session: async () => null };

/**
 * Whether a reply may still come: not all tickets of this browser, or of the shop's newest, are closed.
 * @returns the tickets of this browser that are over; null when unknown
 */
export async function findClosed(
  { api }: Pick<EmbedConfig, 'api'>,
  identity: ShopIdentity,
  followed: FollowedTicket[],
): Promise<{ over: FollowedTicket[]; isAnyOpen: boolean } | null> {
  const http = httpOf(api);
  const session = await identity.session();
  const over: FollowedTicket[] = [];
  for (const ticket of followed) {
    const answer = await http.call(TICKET, { params: { number: ticket.receipt.number }, bearer: ticket.token });
    const isGone = answer.outcome === 'refused' && answer.status === 404;
    if (isGone || (answer.outcome === 'ok' && answer.value === 'closed')) over.push(ticket);
    else if (answer.outcome !== 'ok') return null;
  }
  if (over.length < followed.length) return { over, isAnyOpen: true };
  if (!session) return { over, isAnyOpen: false };
  const newest = await http.call(NEWEST, { bearer: session });
  return newest.outcome === 'ok' ? { over, isAnyOpen: newest.value.some((status) => status !== 'closed') } : null;
}

const httpOf = (api: string) => createHttp({ origin: api, credentials: 'omit' });

/** Responses with unread counts, parsed by hand: the contract's schemas would bring their library into every page. */
const UNREAD: Endpoint<number> = {
  method: 'POST',
  path: PATHS.unread,
  answer: {
    parse(content) {
      const { unread } = content as { unread: number };
      if (!Number.isInteger(unread)) throw new TypeError('there is no number');
      return unread;
    },
  },
};

/** A ticket's status. */
const TICKET: Endpoint<string> = {
  method: 'GET',
  path: `${PATHS.tickets}/:number`,
  answer: { parse: (content) => (content as { status: string }).status },
};

/** The statuses of the shop's newest tickets. */
const NEWEST: Endpoint<string[]> = {
  method: 'GET',
  path: PATHS.tickets,
  answer: { parse: (content) => (content as { tickets: { status: string }[] }).tickets.map(({ status }) => status) },
};
