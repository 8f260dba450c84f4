import { LANGUAGE } from '#words/panel.ts';
import { createHttp, type Http } from '../../browser/http.ts';
import { sendByKy } from '../../browser/send-by-ky.ts';

/**
 * The service over HTTP, in the language of the drawer.
 * @param api its origin, without a slash at the end
 */
export const serviceHttp = (api: string): Http =>
  createHttp({ origin: api, credentials: 'omit', language: LANGUAGE, send: sendByKy });
