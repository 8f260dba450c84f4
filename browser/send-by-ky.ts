import ky from 'ky';
import type { Send } from './http.ts';

/** `http.ts` decides on time-outs, repeats and the meaning of a response, for all ways of sending. */
const client = ky.create({ timeout: false, retry: 0, throwHttpErrors: false });

/** Sends by ky. */
export const sendByKy: Send = (url, init) => client(url, init);
