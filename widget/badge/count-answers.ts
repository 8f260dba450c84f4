import type { Boot } from '../boot.ts';
import type { ShopIdentity } from '../identity/identity.ts';
import { PATHS } from '../identity/paths.ts';
import type { FollowedTicket } from '../outbox/ticket-entry.ts';

const TIMEOUT_MS = 20_000;

/** The most pairs that `POST /unread` takes. */
const MOST_PAIRS = 100;

/** So many of the newest tickets are looked through for the one that was answered. */
const MOST_LOOKED_THROUGH = 5;

/**
 * How many answers wait: in all tickets of the shop where the panel signs which shop it is, otherwise in those of this
 * browser. Without the transport's libraries: it runs on every page while a ticket is open.
 * @returns null when it could not be learned
 */
export async function countAnswers(
  api: string,
  identity: Pick<ShopIdentity, 'session'>,
  followed: FollowedTicket[],
): Promise<number | null> {
  const session = await identity.session();
  if (!session && followed.length === 0) return null;
  // Digits and base64url: JSON by hand, since a panel's old libraries may have changed how it is written.
  const pairs = followed
    .slice(-MOST_PAIRS)
    .map(({ receipt, token }) => `{"number":"${receipt.number}","token":"${token}"}`);
  const answer = await ask(api + PATHS.unread, session, session ? '{}' : `{"tickets":[${pairs.join()}]}`);
  const { unread } = (answer.body ?? {}) as { unread?: unknown };
  return Number.isInteger(unread) ? (unread as number) : null;
}

/**
 * The one ticket of this browser that all answers that wait are in, asked for one by one.
 * @param unread how many wait
 * @returns its number; nothing when they are in several, or in a ticket of another browser
 */
export async function whichIsAnswered(api: string, followed: FollowedTicket[], unread: number): Promise<string> {
  for (const ticket of followed.slice(-MOST_LOOKED_THROUGH).reverse()) {
    if ((await countAnswers(api, NO_SESSION, [ticket])) === unread) return ticket.receipt.number;
  }
  return '';
}

const NO_SESSION = { session: async () => null };

/**
 * Whether an answer may still come: of the tickets of this browser, or of the shop's newest, not all are closed.
 * @returns the tickets of this browser that are over by now; and null when it could not be learned
 */
export async function whichAreOver(
  { api }: Pick<Boot, 'api'>,
  identity: ShopIdentity,
  followed: FollowedTicket[],
): Promise<{ over: FollowedTicket[]; isAnyOpen: boolean } | null> {
  const session = await identity.session();
  const over: FollowedTicket[] = [];
  for (const ticket of followed) {
    const { status, body } = await ask(`${api}${PATHS.tickets}/${ticket.receipt.number}`, ticket.token);
    if (status === 404 || (body as { status?: unknown } | null)?.status === 'closed') over.push(ticket);
    else if (status !== 200) return null;
  }
  if (over.length < followed.length) return { over, isAnyOpen: true };
  if (!session) return { over, isAnyOpen: false };
  const { status, body } = await ask(api + PATHS.tickets, session);
  if (status !== 200) return null;
  const { tickets } = body as { tickets: { status: string }[] };
  return { over, isAnyOpen: tickets.some((ticket) => ticket.status !== 'closed') };
}

async function ask(url: string, bearer: string | null, body?: string): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      credentials: 'omit',
      headers: {
        ...(bearer && { Authorization: `Bearer ${bearer}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && { body }),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: null };
  }
}
