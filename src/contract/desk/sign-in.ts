import * as z from 'zod/mini';
import type { AgentRole } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** `POST /api/desk/session`: an agent signs in; the session is in the cookie, never in the body. */
export const signIn = {
  method: 'POST',
  path: '/api/desk/session',
  answer: z.object({
    agent: z.object({ id: z.string(), name: z.string(), email: z.string(), role: openEnum<AgentRole>() }),
  }),
};

export type SignedIn = z.infer<typeof signIn.answer>;
