import { emailsOfBrowser, upsertAgentBrowser } from '../store/agent-browsers.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import type { Agent } from './agent.ts';
import { hashToken, newToken } from './token.ts';

/** For how many days a browser is known after the last sign-in there. */
export const BROWSER_DAYS = 365;

/**
 * Whether somebody has signed in under an e-mail address in this browser before, by the token in its cookie. It opens
 * nothing: it only keeps the failures of strangers apart from those of this browser (OWASP, “device cookies”).
 * @param email from `foldEmail`
 * @returns what the browser's failures are counted under; null when it is not known
 */
export async function knownBrowser(
  { store, now }: StoreAndClock,
  token: string | null,
  email: string,
): Promise<string | null> {
  if (token === null) return null;
  const tokenHash = hashToken(token);
  const emails = await emailsOfBrowser(store, tokenHash, toInstantText(now()));
  return emails.includes(email) ? tokenHash : null;
}

/**
 * Remembers the browser in which an agent has just signed in.
 * @param token the one that it came with, or null: a token that was not ours is replaced
 * @returns the token for its cookie
 */
export async function rememberBrowser(
  { store, now }: StoreAndClock,
  { id }: Pick<Agent, 'id'>,
  token: string | null,
): Promise<string> {
  const isOurs = token !== null && (await emailsOfBrowser(store, hashToken(token), toInstantText(now()))).length > 0;
  const kept = isOurs ? token : newToken('b');
  const expiresAt = toInstantText(now().add({ hours: BROWSER_DAYS * 24 }));
  await upsertAgentBrowser(store, { token_hash: hashToken(kept), agent_id: id, expires_at: expiresAt });
  return kept;
}
