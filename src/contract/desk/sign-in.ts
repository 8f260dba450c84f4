import * as z from 'zod/mini';

/** `POST /api/desk/session`: an agent signs in; the session is in the cookie, never in the body. */
export const signIn = {
  method: 'POST',
  path: '/api/desk/session',
  answer: z.object({ agent: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string() }) }),
};

export type SignedIn = z.infer<typeof signIn.answer>;
