import * as z from 'zod/mini';

/**
 * `GET /help-state`: how things stand and how to reach us, for pages that know no shop. Answered at all, tickets can be stored:
 * a service whose store fails answers 503.
 */
export const helpState = {
  method: 'GET',
  path: '/api/v1/help-state',
  answer: z.object({
    /** when that was looked at */
    at: z.string(),
    /** whether letters go out: without them no link comes by mail */
    sendsMail: z.boolean(),
    opening: z.object({ openNow: z.boolean(), text: z.string(), nextOpening: z.nullable(z.string()) }),
    contacts: z.object({ email: z.string(), phone: z.nullable(z.string()) }),
    /** incidents that go on now */
    incidents: z.array(z.object({ title: z.string(), since: z.string() })),
  }),
};

export type HelpState = z.infer<typeof helpState.answer>;
