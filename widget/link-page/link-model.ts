import { signal } from '@preact/signals';
import { type HelpState, helpState } from '../../src/contract/help/help-state.ts';
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

/** Why the service did not do what it was asked. */
export type NotDone = 'wrong' | 'tooMany' | 'notAnswered';

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
  const help = signal<HelpState | null>(null);
  let key = first;
  let session: string | null = null;
  let exchanging: Promise<string | null> | undefined;

  const ask = (json: LinkKey) => http.call(openTicketLink, { json });

  /** Offers what opens the ticket otherwise. */
  function offer(now: 'dead' | 'asking'): void {
    state.value = { state: now };
    learnHelp();
  }

  /** What can be offered depends on the service: without mail no link is sent. */
  async function learnHelp(): Promise<void> {
    const answer = await http.call(helpState);
    if (answer.outcome === 'ok') help.value = answer.value;
    else setTimeout(() => state.peek().state !== 'open' && learnHelp(), AGAIN_MS);
  }

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
      offer('dead');
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
  else learnHelp();
  return {
    state,
    /** how to reach us, and whether letters go out; null until the service has said so */
    help,
    withCredentials,
    open,
    /** Opens by number and code. @returns why not, or null */
    async enter(number: string, code: string): Promise<NotDone | null> {
      const answer = await ask({ number, code });
      if (answer.outcome !== 'ok') return whyNot(answer);
      key = { number, code };
      keepLinkKey(key);
      session = answer.value.session;
      state.value = { state: 'open', link: answer.value };
      return null;
    },
    /** Asks for the link again. @returns why not, or null when the service took it; never whether it fits */
    async restore(number: string, email: string): Promise<NotDone | null> {
      const answer = await http.call(restoreTicketLink, { json: { number, email } });
      return answer.outcome === 'ok' ? null : whyNot(answer);
    },
  };
});

function whyNot(answer: { outcome: string; status?: number }): NotDone {
  if (answer.outcome === 'refused') return 'wrong';
  return answer.status === 429 ? 'tooMany' : 'notAnswered';
}

const UNANSWERED = { outcome: 'unanswered', retryAfter: 0 };

export type LinkModel = InstanceType<typeof LinkModel>;
