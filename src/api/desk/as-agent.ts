import type { Context } from 'hono';
import type { Agent } from '../../identity/agent.ts';
import { factorStanding } from '../../identity/factor-standing.ts';
import { type DeskSession, readAgentSession } from '../../identity/read-agent-session.ts';
import type { SignInDeps } from '../../identity/sign-in-deps.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { AgentGuard } from '../http/access.ts';
import { problem } from '../http/problem.ts';
import { readDeskCookie } from './desk-cookie.ts';

type Answer = (context: Context, deps: ApiDeps, agent: Agent, session: DeskSession) => Promise<Response>;

/**
 * A handler for agents only: everybody else gets 401 before the body is read. An agent who has to set up a second factor
 * first gets 403 `second-factor-needed`, unless the route is for them too; and 403 `proof-needed` where the route needs
 * a fresh proof and theirs is older. Both are words of the route, see `AgentGuard`.
 */
export function asAgent(answer: Answer): (context: Context, deps: ApiDeps) => Promise<Response> {
  return guarded(answer, () => true);
}

/** A handler for admins only: other agents get 403 `forbidden` before the body is read, everybody else 401. */
export function asAdmin(answer: Answer): (context: Context, deps: ApiDeps) => Promise<Response> {
  return guarded(answer, ({ role }) => role === 'admin');
}

function guarded(answer: Answer, isFor: (agent: Agent) => boolean) {
  return async (context: Context, deps: ApiDeps): Promise<Response> => {
    const session = await readSession(context, deps);
    if (!session) return problem(context, 'unauthorised');
    const { agent, hasFactor, isProven } = session;
    const { needs, isForSetUp }: AgentGuard = context.get('guard') ?? {};
    if (!isForSetUp && (await factorStanding(deps, agent, hasFactor)).state === 'needed') {
      return problem(context, 'second-factor-needed');
    }
    if (!isFor(agent)) return problem(context, 'forbidden');
    if (needs === 'fresh-proof' && !isProven) return problem(context, 'proof-needed');
    return answer(context, deps, agent, session);
  };
}

/** The session of a request under `/api/desk/`; null when nobody is signed in: answer 401 `unauthorised`. */
export async function readSession(
  context: Context,
  deps: Pick<SignInDeps, 'store' | 'now'>,
): Promise<DeskSession | null> {
  const token = readDeskCookie(context);
  return token === null ? null : readAgentSession(deps.store, token, deps.now());
}
