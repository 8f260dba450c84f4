import { host } from '../../browser/host.ts';
import { createHttp, type Endpoint, type Http } from '../../browser/http.ts';
import type { EmbedConfig, PageSession } from '../host-page/embed-config.ts';
import { PATHS } from './paths.ts';

/** The state of the signed identity. */
export type IdentityState =
  /** no token or token address in the tag, or no request yet */
  | 'unsigned'
  /** the last request opened a session */
  | 'signed'
  /** the token of the tag is good for one session, and that has ended */
  | 'ended'
  /** the panel signed nothing, or the service refused the token */
  | 'refused'
  /** no response */
  | 'unanswered';

export interface ShopIdentity {
  /** The current session or a new one; null when there is none, and `state` says why. */
  session: () => Promise<string | null>;
  /** Drops a session that the service refuses: the next call opens another. */
  end: (session: string) => void;
  state: () => IdentityState;
}

/**
 * Sessions last 60 minutes by the service's clock, which may differ from this computer's: only elapsed time counts, by a
 * stopwatch that nobody sets.
 */
const RENEW_AFTER_MS = 55 * 60_000;

/** The characters of a token: a text with others is no token, and is never sent. */
const JWT = /^[\w.-]+$/;

/** The pause after a refusal, so that not every poll of a thread asks again. */
const PAUSE_MS = 60_000;

const identities = new WeakMap<PageSession, ShopIdentity>();

/** The identity of a page: one instance for all features, so that a token is requested once. */
export function identityOf(config: EmbedConfig, page: PageSession): ShopIdentity {
  const identity = identities.get(page) ?? createIdentity(config, page);
  identities.set(page, identity);
  return identity;
}

/**
 * Exchanges the token that the panel signs for a session of its shop. Without a library, because the badge needs it too.
 * Token and session are in this page's memory only.
 */
export function createIdentity(
  config: Pick<EmbedConfig, 'api' | 'tokenUrl'>,
  page: Pick<PageSession, 'token' | 'session' | 'shop'>,
  now = () => performance.now(),
): ShopIdentity {
  let state: IdentityState = 'unsigned';
  let openedAt = 0;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let opening: Promise<string | null> | undefined;

  /** The argument of `identify` comes first: it is newer than the token address. */
  async function readToken(): Promise<string | null> {
    const { tokenUrl } = config;
    const { token } = page;
    delete page.token; // good for one exchange
    if (token) return token;
    state = openedAt && !tokenUrl ? 'ended' : 'unsigned';
    if (!tokenUrl) return null;
    state = 'refused';
    const url = addressOf(tokenUrl);
    if (url?.origin !== host.location.origin) return null; // no other origin may learn that somebody is signed in here
    return ask(createHttp({ origin: '', credentials: 'same-origin' }), {
      method: 'GET',
      path: url.href,
      answer: TOKEN,
    });
  }

  async function open(): Promise<string | null> {
    const token = await readToken();
    if (!token || !JWT.test(token)) return null;
    const http = createHttp({ origin: config.api, credentials: 'omit' });
    const opened = await ask(http, OPEN_SESSION, { token });
    if (!opened) return null;
    state = 'signed';
    openedAt = now();
    Object.assign(page, opened);
    return opened.session;
  }

  /** Null when it refuses, returns a page such as the panel's sign-in form, or does not answer. */
  async function ask<T>(http: Http, endpoint: Endpoint<T>, json?: unknown): Promise<T | null> {
    const answer = await http.call(endpoint, { json });
    if (answer.outcome === 'ok') return answer.value;
    state = 'status' in answer ? 'refused' : 'unanswered';
    return null;
  }

  return {
    async session() {
      if (page.session && now() - openedAt < RENEW_AFTER_MS) return page.session;
      page.session = '';
      if (!page.token && now() - refusedAt < PAUSE_MS) return null;
      opening ??= open();
      const session = await opening;
      opening = undefined;
      if (!session) refusedAt = now();
      return session;
    },
    end(session) {
      if (page.session === session) page.session = '';
    },
    state: () => state,
  };
}

/** The answer of the panel's page. Parsed by hand, as everything that the badge needs. */
const TOKEN = { parse: (content: unknown) => textOf(content, 'token') };

/** The shop stands in the answer as it is registered: a ticket never names another than its session's. */
const OPEN_SESSION: Endpoint<Required<Pick<PageSession, 'session' | 'shop'>>> = {
  method: 'POST',
  path: PATHS.session,
  answer: {
    parse(content) {
      const { shop } = content as Record<string, unknown>;
      return {
        session: textOf(content, 'session'),
        shop: { supportNumber: textOf(shop, 'supportNumber'), installUrl: textOf(shop, 'installUrl') },
      };
    },
  },
};

function textOf(content: unknown, field: string): string {
  const value = (content as Record<string, unknown> | null)?.[field];
  if (typeof value !== 'string' || !value) throw new TypeError(`there is no ${field}`);
  return value;
}

/** An address as the page has it; null for what is none. */
function addressOf(text: string): URL | null {
  try {
    return new URL(text, host.location.href);
  } catch {
    return null;
  }
}
