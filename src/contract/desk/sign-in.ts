import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import type { AgentRole, ProofWay } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { line } from '../text.ts';
import { FactorStanding } from './second-factor.ts';

const SignedIn = z.object({
  agent: z.object({ id: z.string(), name: z.string(), email: z.string(), role: openEnum<AgentRole>() }),
  secondFactor: FactorStanding,
});

export type SignedIn = z.infer<typeof SignedIn>;

/**
 * `POST /api/desk/session`: an agent signs in; the session is in the cookie, never in the body. Who has a second factor
 * gets no session yet but a second step, which is in a cookie of its own for 5 minutes.
 */
export const signIn = {
  method: 'POST',
  path: '/api/desk/session',
  answer: z.union([SignedIn, z.object({ secondStep: z.object({ ways: z.array(openEnum<ProofWay>()) }) })]),
};

export type SignInAnswer = z.infer<typeof signIn.answer>;

/** `POST /api/desk/session/passkey`: signs in by a passkey alone. */
export const signInByPasskey = { method: 'POST', path: '/api/desk/session/passkey', answer: SignedIn };

/** `POST /api/desk/session/second-step`: ends a sign-in that was begun by a password. */
export const takeSecondStep = { method: 'POST', path: '/api/desk/session/second-step', answer: SignedIn };

/** `POST /api/desk/session/code`: an agent sets a password by their one-time code, and is signed in; 401 otherwise. */
export const setPasswordByCode = { method: 'POST', path: '/api/desk/session/code', answer: SignedIn };

/** `DELETE /api/desk/session`: ends this session; 204. */
export const signOut = { method: 'DELETE', path: signIn.path };

/** `DELETE /api/desk/sessions`: ends every session of the agent, on every machine; 204. */
export const signOutEverywhere = { method: 'DELETE', path: '/api/desk/sessions' };

/** `GET /api/desk/session`: who is signed in, or 401. */
export const whoAmI = { method: 'GET', path: signIn.path, answer: SignedIn };

/** The body of `POST /api/desk/session`. Wider than the fields of agents: a wrong guess is no malformed request. */
export const SignInRequest = z.strictObject({ email: line(1, LIMITS.email), password: line(1, 200) });

export type SignInRequest = z.infer<typeof SignInRequest>;
