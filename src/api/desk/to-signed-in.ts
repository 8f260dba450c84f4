import type { SignedIn } from '../../contract/desk/sign-in.ts';
import type { Agent } from '../../identity/agent.ts';

/** What the desk learns of who is signed in. */
export function toSignedIn({ id, name, email, role }: Agent): SignedIn {
  return { agent: { id, name, email, role } };
}
