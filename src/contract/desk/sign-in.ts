import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import type { AgentRole } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { line } from '../text.ts';

/** `POST /api/desk/session`: an agent signs in; the session is in the cookie, never in the body. */
export const signIn = {
  method: 'POST',
  path: '/api/desk/session',
  answer: z.object({
    agent: z.object({ id: z.string(), name: z.string(), email: z.string(), role: openEnum<AgentRole>() }),
  }),
};

export type SignedIn = z.infer<typeof signIn.answer>;

/** `DELETE /api/desk/session`: ends this session; 204. */
export const signOut = { method: 'DELETE', path: signIn.path };

/** `DELETE /api/desk/sessions`: ends every session of the agent, on every machine; 204. */
export const signOutEverywhere = { method: 'DELETE', path: '/api/desk/sessions' };

/** `GET /api/desk/session`: who is signed in, or 401. */
export const whoAmI = { method: 'GET', path: signIn.path, answer: signIn.answer };

/** The body of `POST /api/desk/session`. Wider than the fields of agents: a wrong guess is no malformed request. */
export const SignInRequest = z.strictObject({ email: line(1, LIMITS.email), password: line(1, 200) });

export type SignInRequest = z.infer<typeof SignInRequest>;
