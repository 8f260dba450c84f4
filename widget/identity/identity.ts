import { createHttp, type Endpoint, type Http } from '../../browser/http.ts';
import type { Boot } from '../host-page/embed-config.ts';
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

/** What a token is made of: anything else is no token, and goes nowhere. */
const JWT = /^[\w.-]+$/;

/** What refused a moment ago is not asked with every look at a thread. */
const PAUSE_MS = 60_000;

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
    return ask(createHttp({ origin: '', credentials: 'same-origin' }), textAt('GET', url.href, 'token'));
  }

  async function open(): Promise<string | null> {
    const token = await readToken();
    if (!token || !JWT.test(token)) return null;
    const http = createHttp({ origin: boot.api, credentials: 'omit' });
    const session = await ask(http, textAt('POST', PATHS.session, 'session'), { token });
    if (!session) return null;
    standing = 'signed';
    openedAt = now();
    boot.session = session;
    return session;
  }

  /** Null when it refuses, or shows a page, as a panel does that wants a new sign-in; and when nobody answers. */
  async function ask(http: Http, endpoint: Endpoint<string>, json?: unknown): Promise<string | null> {
    const answer = await http.call(endpoint, { json });
    if (answer.outcome === 'ok') return answer.value;
    standing = 'status' in answer ? 'refused' : 'unanswered';
    return null;
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

/** An address that answers with JSON, of which one field is wanted: a text. By hand, as all that the badge needs. */
function textAt(method: string, path: string, field: string): Endpoint<string> {
  return {
    method,
    path,
    answer: {
      parse(content) {
        const value = (content as Record<string, unknown> | null)?.[field];
        if (typeof value !== 'string' || !value) throw new TypeError(`there is no ${field}`);
        return value;
      },
    },
  };
}
