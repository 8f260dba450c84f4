import { type Answer, createHttp, type Endpoint } from '../../browser/http.ts';
import type { EmbedConfig, PageSession } from '../host-page/embed-config.ts';
import { askPanelToken, JWT, type TokenAnswer } from './panel-token.ts';
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
 * Exchanges the token that the panel signs for a session of its shop. Token and session are in this page's memory only.
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
    return valueIn(await askPanelToken(tokenUrl));
  }

  async function open(): Promise<string | null> {
    const token = await readToken();
    if (!token || !JWT.test(token)) return null;
    const http = createHttp({ origin: config.api, credentials: 'omit' });
    const opened = valueIn(await http.call(OPEN_SESSION, { json: { token } }));
    if (!opened) return null;
    state = 'signed';
    openedAt = now();
    Object.assign(page, opened);
    return opened.session;
  }

  /** Null when it refuses, returns a page such as the panel's sign-in form, or does not answer. */
  function valueIn<T>(answer: Answer<T> | TokenAnswer<T>): T | null {
    if (answer.outcome === 'ok') return answer.value;
    state = answer.outcome === 'refused' || 'status' in answer ? 'refused' : 'unanswered';
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
