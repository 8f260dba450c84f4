import type { EmbedConfig } from '../../host-page/embed-config.ts';
import { askPanelToken, TIMEOUT_MS } from '../../identity/panel-token.ts';
import { PATHS } from '../../identity/paths.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';

/** What the service says of unread replies. */
export interface Counted {
  unread: number;
  /** the only ticket that has some */
  ticket: string | null;
  /** of the tickets asked for, those that get no more replies */
  closed: string[];
}

/** The most pairs that `POST /unread` takes. */
const MOST_PAIRS = 100;

/**
 * Asks for the number of unread replies: in all tickets of the shop if the panel signs its identity, otherwise in those
 * that this browser sent. Without a library, as every page of a panel may ask.
 * @param followed the tickets of this browser that may get a reply
 * @returns null when it could not be learned
 */
export async function askUnread(
  { api, tokenUrl }: Pick<EmbedConfig, 'api' | 'tokenUrl'>,
  followed: () => Promise<FollowedTicket[]>,
): Promise<Counted | null> {
  const signed = tokenUrl ? await askPanelToken(tokenUrl) : null;
  if (signed?.outcome === 'ok') {
    const counted = await ask(api, `"token":"${signed.value}"`);
    // A number of fewer tickets is said only where the panel's word counts for nothing.
    if (counted !== 'refused') return counted;
  }
  const pairs = (await followed())
    .slice(-MOST_PAIRS)
    .map(({ receipt, token }) => `{"number":"${receipt.number}","token":"${token}"}`);
  const counted = pairs[0] ? await ask(api, `"tickets":[${pairs}]`) : null;
  return counted === 'refused' ? null : counted;
}

/**
 * @param members of the body, written by hand: some old libraries teach texts and arrays a `toJSON` of their own
 * @returns `refused` for a word that proves nothing, null when nothing was said
 */
async function ask(api: string, members: string): Promise<Counted | 'refused' | null> {
  try {
    const response = await fetch(api + PATHS.unread, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: `{${members}}`,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 401) return 'refused';
    const counted: Counted = await response.json();
    return response.ok && Number.isInteger(counted.unread) ? counted : null;
  } catch {
    return null;
  }
}
