import { host } from '../../browser/host.ts';

/** A token of the panel; or it signs nothing (signed out, another page); or nobody answered. */
export type TokenAnswer<Token = string> = { outcome: 'ok'; value: Token } | { outcome: 'refused' | 'unanswered' };

/** The characters of a token: a text with others is no token, and is never sent. */
export const JWT = /^[\w.-]+$/;

/** The time for a whole answer, in milliseconds. */
export const TIMEOUT_MS = 20_000;

/**
 * Asks the panel's page for a token, with the panel's own cookies. Plain, as the badge does so on pages that load nothing
 * else. An address of another origin is refused: none may learn that somebody is signed in here.
 * @param tokenUrl as the tag has it
 */
export async function askPanelToken(tokenUrl: string): Promise<TokenAnswer> {
  let outcome: 'refused' | 'unanswered' = 'refused';
  try {
    const url = new URL(tokenUrl, host.location.href);
    if (url.origin === host.location.origin) {
      // Service workers of pages answer from what they kept, whatever `no-store` says.
      if (host.navigator.serviceWorker?.controller) url.searchParams.set('_', `${Math.random()}`);
      outcome = 'unanswered';
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url.href, { credentials: 'same-origin', cache: 'no-store', signal });
      outcome = 'refused';
      const { token } = await response.json();
      if (response.ok && typeof token === 'string' && JWT.test(token)) return { outcome: 'ok', value: token };
    }
  } catch {
    // As far as it came.
  }
  return { outcome };
}
