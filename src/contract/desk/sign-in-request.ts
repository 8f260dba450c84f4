import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { line } from '../text.ts';

/** The body of `POST /api/desk/session`. Wider than the fields of agents: a wrong guess is no malformed request. */
export const SignInRequest = z.strictObject({ email: line(1, LIMITS.email), password: line(1, 200) });

export type SignInRequest = z.infer<typeof SignInRequest>;
