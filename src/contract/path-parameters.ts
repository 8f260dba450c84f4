import * as z from 'zod/mini';
import { SUPPORT_NUMBER, UPLOAD_ID } from './shapes.ts';
import { isTicketNumber } from './tickets/ticket-number.ts';

const rowId = z.string().check(z.regex(/^[1-9]\d{0,8}$/));
const randomId = z.string().check(z.regex(/^[\w-]{1,40}$/));

/** The schemas of path parameters by name. Other texts cannot name anything, and are never looked up. */
export const PATH_PARAMETERS = {
  /** of a ticket */
  number: z.string().check(z.refine(isTicketNumber)),
  /** of an upload, and of the attachment that it becomes */
  id: z.string().check(z.regex(UPLOAD_ID)),
  shop: rowId,
  /** of a shop */
  supportNumber: z.string().check(z.regex(SUPPORT_NUMBER)),
  /** of a key of another system */
  key: z.string().check(z.regex(/^r_[\w-]{1,40}$/)),
  incident: rowId,
  /** of many tickets at once */
  closing: rowId,
  /** of a shop's address */
  address: rowId,
  /** the name of a shop's secret */
  kid: z.string().check(z.regex(/^k_[\w-]{1,40}$/)),
  block: rowId,
  alarm: rowId,
  /** a kept list */
  view: rowId,
  /** a letter that came in */
  mail: rowId,
  /** a letter of ours */
  delivery: rowId,
  macro: randomId,
  session: randomId,
  agent: randomId,
  /** the public id of a passkey */
  passkey: randomId,
};

export type PathParameter = keyof typeof PATH_PARAMETERS;
