import type { SignedIn } from '../../contract/desk/sign-in.ts';
import type { Agent } from '../../identity/agent.ts';

/** The signed-in agent as the desk sees it. */
export function toSignedIn({ id, name, email, role }: Agent): SignedIn {
  return { agent: { id, name, email, role } };
}
