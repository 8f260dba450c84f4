import * as z from 'zod/mini';

/** Where a page of ended notices ended: when the last one did, and its id. */
export const NoticeCursor = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,9}$/));
