import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { LANGUAGES, type Language, toLanguage } from '../../contract/lists.ts';

/** The language that the caller wants words in, by `Accept-Language`. */
export function readLanguage(context: Context): Language {
  return toLanguage(accepts(context, { header: 'Accept-Language', supports: [...LANGUAGES], default: LANGUAGES[0] }));
}
