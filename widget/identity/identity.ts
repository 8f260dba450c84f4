import type { Boot } from '../boot.ts';
import { PATHS } from './paths.ts';

/** Whether it is proven which shop this is. */
export type Standing =
  /** the tag names nobody who signs, or nothing was asked yet */
  | 'unsigned'
  /** the last session that was asked for was opened */
  | 'signed'
  /** the token of the tag was good for one session, and that is over */
  | 'ended'
  /** the panel signed nothing, or the service did not take it */
  | 'refused'
  /** no answer */
  | 'unanswered';

export interface ShopIdentity {
  /** the session at hand or a new one; null when there is none to be had, and `standing` says why */
  session: () => Promise<string | null>;
  /** this session opens nothing any more: the next call opens another */
  end: (session: string) => void;
  standing: () => Standing;
}

/** Sessions last 60 minutes by the service's clock, which may not be this computer's: only time that passed is counted. */
const RENEW_AFTER_MS = 55 * 60_000;

/** Letters that need no care in JSON, which a panel's old libraries may have changed the writing of. */
const JWT = /^[\w.-]+$/;

/** What refused a moment ago is not asked with every look at a thread. */
const PAUSE_MS = 60_000;

const TIMEOUT_MS = 20_000;

const identities = new WeakMap<Boot, ShopIdentity>();

/** The identity of a page: one for all that needs it, so that a token is asked for once. */
export function identityOf(boot: Boot): ShopIdentity {
  const identity = identities.get(boot) ?? createIdentity(boot);
  identities.set(boot, identity);
  return identity;
}

/**
 * Exchanges what the panel signs for a session of its shop. Without a library, because the badge needs it too. Token and
 * session live in this page's memory only.
 */
export function createIdentity(boot: Boot, now = () => Date.now()): ShopIdentity {
  let standing: Standing = 'unsigned';
  let openedAt = 0;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let opening: Promise<string | null> | undefined;

  /** What the page gave comes first: it is newer than what its address would say. */
  async function readToken(): Promise<string | null> {
    const { token, tokenUrl } = boot;
    delete boot.token; // good for one exchange
    if (token) return token;
    standing = openedAt && !tokenUrl ? 'ended' : 'unsigned';
    if (!tokenUrl) return null;
    const url = new URL(tokenUrl, location.href);
    standing = 'refused';
    if (url.origin !== location.origin) return null; // no other page learns that somebody is signed in here
    return textOf(await ask(url.href, { credentials: 'same-origin' }), 'token');
  }

  async function open(): Promise<string | null> {
    try {
      const token = await readToken();
      if (!token || !JWT.test(token)) return null;
      const answer = await ask(boot.api + PATHS.session, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'Content-Type': 'application/json' },
        body: `{"token":"${token}"}`,
      });
      const session = textOf(answer, 'session');
      standing = session ? 'signed' : 'refused';
      if (!session) return null;
      openedAt = now();
      boot.session = session;
      return session;
    } catch {
      standing = 'unanswered';
      return null;
    }
  }

  return {
    async session() {
      if (boot.session && now() - openedAt < RENEW_AFTER_MS) return boot.session;
      boot.session = '';
      if (!boot.token && now() - refusedAt < PAUSE_MS) return null;
      opening ??= open();
      const session = await opening;
      opening = undefined;
      if (!session) refusedAt = now();
      return session;
    },
    end(session) {
      if (boot.session === session) boot.session = '';
    },
    standing: () => standing,
  };
}

/** What an address answers with, as JSON; null when it refuses or shows a page, as a panel does that wants a new sign-in. */
async function ask(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
  return response.ok ? response.json().catch(() => null) : null;
}

function textOf(answer: unknown, field: string): string | null {
  const value = (answer as Record<string, unknown> | null)?.[field];
  return typeof value === 'string' && value ? value : null;
}
