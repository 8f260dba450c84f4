import ky from 'ky';
import { type Send, sendByFetch } from './http.ts';

/** How long, how often, and what an answer means is said in `http.ts`, for all ways of sending. */
const client = ky.create({ timeout: false, retry: 0, throwHttpErrors: false });

/**
 * Sends by ky. It makes a `Request` of what it is given; the page's `fetch` gets the plain address all the same. Should ky
 * fail, as it does where the page's classes are not what they were, the answer that came still counts; where nothing was
 * sent yet, it is sent without ky.
 */
export const sendByKy: Send = async (url, init) => {
  let sent: Promise<Response> | undefined;
  const fetch = () => {
    sent = sendByFetch(url, init);
    return sent;
  };
  try {
    return await client(url, { ...init, fetch });
  } catch {
    return sent ?? fetch();
  }
};
