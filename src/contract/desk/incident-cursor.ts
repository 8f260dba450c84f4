import * as z from 'zod/mini';

/** The last incident of a page of ended ones: when it ended, and its id. */
export const IncidentCursor = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,9}$/));
