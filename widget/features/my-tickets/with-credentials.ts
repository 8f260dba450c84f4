import type { Answer } from '../../../browser/http.ts';
import type { ShopIdentity } from '../../identity/identity.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';

/**
 * Makes a request about a ticket with each credential until one is accepted.
 * @param closed codes of the refusals by which the next way is tried
 */
export type WithCredentials = <A extends { outcome: string; code?: string }>(
  number: string,
  ask: (bearer: string) => Promise<A>,
  closed?: readonly string[],
) => Promise<A | typeof NOT_FOUND>;

const NOT_FOUND = {
  outcome: 'refused',
  status: 404,
  code: 'not-found',
  problem: { code: 'not-found' },
} satisfies Answer<never>;

/**
 * A ticket's own token opens it in the browser that sent it, a session of its shop anywhere. A refused credential is not
 * tried again: the service counts refusals. A session may just have ended (the service then responds 404, as for any
 * foreign ticket), so a new one gets one more try.
 */
export function createWithCredentials(store: WidgetStore, identity: ShopIdentity): WithCredentials {
  const dead = new Set<string>();

  return async (number, ask, closed = ['not-found', 'unauthorised']) => {
    const token = async () => (await store.get('tickets', number).catch(() => undefined))?.token;
    const credentials: [kind: string, read: () => Promise<string | null | undefined>][] = [
      ['token', token],
      ['session', identity.session],
      ['new session', identity.session],
    ];
    for (const [kind, read] of credentials) {
      const mark = `${kind} ${number}`;
      const bearer = dead.has(mark) ? null : await read();
      if (!bearer) continue;
      const answer = await ask(bearer);
      if (answer.outcome !== 'refused' || !closed.includes(answer.code ?? '')) return answer;
      dead.add(mark);
      identity.end(bearer);
    }
    return NOT_FOUND;
  };
}
