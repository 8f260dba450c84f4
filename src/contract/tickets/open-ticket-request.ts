import * as z from 'zod/mini';
import { attachmentIds } from '../files/attachment-fields.ts';
import { LIMITS } from '../limits.ts';
import { TICKET_TOKEN } from '../shapes.ts';
import { shopIdentity } from '../shops/shop-identity.ts';
import { line, text } from '../text.ts';
import { outageFields, ticketFields } from './ticket-fields.ts';

/**
 * The body of `POST /tickets`, as the server reads it: strictly. In a file of its own, so that it is not bundled into
 * the widget.
 */
export const OpenTicketRequest = z.strictObject({
  ...shopIdentity,
  ...ticketFields,
  outage: z.optional(outageFields),
  attachments: attachmentIds,
  diagnostics: z.optional(
    z
      .record(z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)), text(0, LIMITS.diagnostics))
      .check(z.refine((lines) => JSON.stringify(lines).length <= LIMITS.diagnostics, 'too-long')),
  ),
  /** id of the notice that the ticket is about; one that is not shown to this shop now is ignored */
  notice: z.optional(line(1, 40)),
  /** the version on the page: it decides, as for `shop-status`, whether the notice is about this shop */
  shopVersion: z.optional(line(1, 40)),
  /** sent though `shop-status` said that the page is another shop's: the person was told, and wants it */
  fromOtherShop: z.optional(z.literal(true)),
  /** an earlier ticket of the same shop with its token: where an agent vouched for that one, this one is proven, too */
  vouchedBy: z.optional(z.strictObject({ number: line(1, 20), token: z.string().check(z.regex(TICKET_TOKEN)) })),
  ticketToken: z.string().check(z.regex(TICKET_TOKEN)),
});

export type OpenTicketRequest = z.infer<typeof OpenTicketRequest>;
