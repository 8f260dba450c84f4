import { signal } from '@preact/signals';
import { type OpenedLink, openTicketLink, restoreTicketLink } from '../../src/contract/tickets/ticket-link.ts';
import { createModel } from '../create-model.ts';
import type { WithCredentials } from '../features/my-tickets/with-credentials.ts';
import { serviceHttp } from '../service/service-http.ts';
import { forgetLinkKey, keepLinkKey, type LinkKey } from './link-key.ts';

/** How far the page is. */
export type LinkState =
  | { state: 'opening' | 'unanswered' | 'dead' }
  /** number and code are to be typed in */
  | { state: 'asking' }
  | { state: 'open'; link: OpenedLink };

/** The time until a service that did not answer is asked again, in milliseconds. */
const AGAIN_MS = 10_000;

const NOT_FOUND = {
  outcome: 'refused',
  status: 404,
  code: 'not-found',
  problem: { code: 'not-found' },
} as const;

/** Opens one ticket by its link or code, and again whenever its session has ended. The session is in memory only. */
export const LinkModel = createModel((api: string, first: LinkKey | null) => {
  const http = serviceHttp(api);
  const state = signal<LinkState>({ state: first ? 'opening' : 'asking' });
  let key = first;
  let session: string | null = null;
  let exchanging: Promise<string | null> | undefined;

  const ask = (json: LinkKey) => http.call(openTicketLink, { json });

  /** @returns the session; null when there is none, and `state` says why */
  async function exchange(): Promise<string | null> {
    if (!key) return null;
    const answer = await ask(key);
    if (answer.outcome === 'ok') {
      session = answer.value.session;
      if (state.peek().state !== 'open') state.value = { state: 'open', link: answer.value };
      return session;
    }
    if (answer.outcome === 'refused') {
      forgetLinkKey();
      state.value = { state: 'dead' };
    } else if (state.peek().state !== 'open') {
      state.value = { state: 'unanswered' };
      setTimeout(() => state.peek().state === 'unanswered' && open(), AGAIN_MS);
    }
    return null;
  }

  function open(): Promise<string | null> {
    exchanging ??= exchange().finally(() => {
      exchanging = undefined;
    });
    return exchanging;
  }

  const withCredentials: WithCredentials = async (_, request, closed = ['not-found', 'unauthorised']) => {
    for (const bearer of [async () => session ?? (await open()), open]) {
      const credential = await bearer();
      if (credential === null) return state.peek().state === 'dead' ? NOT_FOUND : (UNANSWERED as never);
      const answer = await request(credential);
      if (answer.outcome !== 'refused' || !closed.includes(answer.code ?? '')) return answer;
      if (session === credential) session = null;
    }
    return NOT_FOUND;
  };

  if (first) open();
  return {
    state,
    withCredentials,
    open,
    /** Opens by number and code. @returns why not, or null */
    async enter(number: string, code: string): Promise<'wrong' | 'tooMany' | 'unanswered' | null> {
      const answer = await ask({ number, code });
      if (answer.outcome === 'ok') {
        key = { number, code };
        keepLinkKey(key);
        session = answer.value.session;
        state.value = { state: 'open', link: answer.value };
        return null;
      }
      if (answer.outcome === 'refused') return 'wrong';
      return 'status' in answer && answer.status === 429 ? 'tooMany' : 'unanswered';
    },
    /** Asks for the link again. @returns whether the service took it; never whether it fits */
    async restore(number: string, email: string): Promise<boolean> {
      const answer = await http.call(restoreTicketLink, { json: { number, email } });
      return answer.outcome === 'ok';
    },
  };
});

const UNANSWERED = { outcome: 'unanswered', retryAfter: 0 };

export type LinkModel = InstanceType<typeof LinkModel>;
