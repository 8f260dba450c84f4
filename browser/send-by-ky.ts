import { areClassesOwn, putRequestBack } from './page-classes.ts';

// The import above comes first: ky looks at the page's `Request` while it is loaded.

import ky from 'ky';
import { type Send, sendByFetch } from './http.ts';

putRequestBack();

/** How long, how often, and what an answer means is said in `http.ts`, for all ways of sending. */
const client = ky.create({ timeout: false, retry: 0, throwHttpErrors: false });

/**
 * Sends by ky, and without it where the page's classes are not the browser's own: ky makes a `Request` of whatever it is
 * given. The page's `fetch` gets the plain address all the same. Should ky fail, as it does in a page that hides what it
 * replaced, the answer that came still counts; where nothing was sent yet, it is sent without ky.
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
