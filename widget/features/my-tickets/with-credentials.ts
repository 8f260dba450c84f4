import type { Answer } from '../../../browser/http.ts';
import type { ShopIdentity } from '../../identity/identity.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';

/**
 * Asks for something of a ticket with whatever opens it.
 * @param closed codes of the refusals by which the next way is tried
 */
export type AskWithBearer = <A extends { outcome: string; code?: string }>(
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
 * A ticket's own token opens it where it was sent, a session of its shop anywhere. What opened nothing once is not tried
 * again: the service counts refusals. A session may just have ended (the service then says 404 too, as for anything
 * that is not theirs), so a new one gets one more try.
 */
export function createOpener(store: WidgetStore, identity: ShopIdentity): AskWithBearer {
  const dead = new Set<string>();

  return async (number, ask, closed = ['not-found', 'unauthorised']) => {
    const token = async () => (await store.get('tickets', number).catch(() => undefined))?.token;
    const findings: [way: string, find: () => Promise<string | null | undefined>][] = [
      ['token', token],
      ['session', identity.session],
      ['new session', identity.session],
    ];
    for (const [way, find] of findings) {
      const mark = `${way} ${number}`;
      const bearer = dead.has(mark) ? null : await find();
      if (!bearer) continue;
      const answer = await ask(bearer);
      if (answer.outcome !== 'refused' || !closed.includes(answer.code ?? '')) return answer;
      dead.add(mark);
      identity.end(bearer);
    }
    return NOT_FOUND;
  };
}
