import * as z from 'zod/mini';

/** The body of `POST /session`: a JWT. What it holds is judged later, where every fault has the same answer. */
export const OpenSessionRequest = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(8192)) });

export type OpenSessionRequest = z.infer<typeof OpenSessionRequest>;
