import { areClassesOwn, putRequestBack } from './page-classes.ts';

// The import above must come first: ky reads the page's `Request` while it is loaded.

import ky from 'ky';
import { type Send, sendByFetch } from './http.ts';

putRequestBack();

/** `http.ts` decides on time-outs, repeats and the meaning of a response, for all ways of sending. */
const client = ky.create({ timeout: false, retry: 0, throwHttpErrors: false });

/**
 * Sends by ky, or without it where the page's classes are not the browser's own, as ky always creates a `Request`. The
 * page's `fetch` gets the plain address all the same. If ky fails, as in a page that hides its replacements, a response
 * that came still counts; if nothing was sent yet, it is sent without ky.
 */
export const sendByKy: Send = async (url, init) => {
  if (!areClassesOwn()) return sendByFetch(url, init);
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
