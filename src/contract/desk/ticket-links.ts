import * as z from 'zod/mini';

/** `DELETE …/links`: the links and the code of the ticket, and of those merged into it, open nothing any more. 204. */
export const revokeDeskLinks = { method: 'DELETE', path: '/api/desk/tickets/:number/links' };

/**
 * `POST …/code`, without fields: a code to be read out by telephone, which opens the ticket on its page for three days, in
 * place of the one before. The only response that ever contains it.
 */
export const makeTicketCode = {
  method: 'POST',
  path: '/api/desk/tickets/:number/code',
  answer: z.object({
    /** with which it is typed in: of the ticket that goes on, after a merge */
    number: z.string(),
    code: z.string(),
    expiresAt: z.string(),
    /** the page where both are typed in */
    url: z.string(),
  }),
};

export const MakeTicketCodeRequest = z.strictObject({});
