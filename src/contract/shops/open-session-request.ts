import * as z from 'zod/mini';

/** The body of `POST /session`: a JWT. Its content is checked later, where every fault gets the same response. */
export const OpenSessionRequest = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(8192)) });

export type OpenSessionRequest = z.infer<typeof OpenSessionRequest>;
