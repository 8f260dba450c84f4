import * as z from 'zod/mini';

/** `POST /session`: exchanges the panel's signed token, once, for a session that may read the shop's tickets. */
export const openSession = {
  method: 'POST',
  path: '/api/v1/session',
  answer: z.object({
    /** goes into `Authorization: Bearer`; never into an address or storage */
    session: z.string(),
    expiresAt: z.string(),
    shop: z.object({ supportNumber: z.string(), installUrl: z.string() }),
  }),
};

export type OpenedSession = z.infer<typeof openSession.answer>;
