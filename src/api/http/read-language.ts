import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { LANGUAGES, type Language, toLanguage } from '../../contract/lists.ts';

/** The first wanted one that we have, in whatever country it is spoken: RFC 4647, 3.4. */
const matchLanguage: NonNullable<Parameters<typeof accepts>[1]['match']> = (
  wanted,
  { supports, default: otherwise },
) => {
  const found = wanted
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) => type.toLowerCase().split('-', 1)[0])
    .find((language) => language !== undefined && supports.includes(language));
  return found ?? otherwise;
};

/** The language that the caller wants words in, by `Accept-Language`. */
export function readLanguage(context: Context): Language {
  return toLanguage(
    accepts(context, {
      header: 'Accept-Language',
      supports: [...LANGUAGES],
      default: LANGUAGES[0],
      match: matchLanguage,
    }),
  );
}
