import { type ShopAddress, shopAddress } from './shop-address.ts';

/**
 * Reads an install address as people type it: the usual slips are mended, and nothing is guessed that a letter more or
 * less would make another name.
 *
 * Mended: spaces and invisible characters, quotes and brackets around it, backslashes; a scheme with letters doubled or
 * left out, or without its colon or slashes (`htp://`, `http//`, `https:/`, `https;`), also twice; `www` with a comma, a
 * space or a letter too few or too many; commas and doubled dots in the host; what punctuation follows. The first word
 * counts. Kept: every letter of host and path.
 * @returns null when it is no web address after that either
 */
export function typedAddress(text: string): ShopAddress | null {
  const spaced = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replaceAll('\\', '/');
  const joined = spaced.replace(/ ?([./:]) ?/g, '$1').replace(/ ([,;])/g, '$1');
  const opened = joined.replace(/^[ "'„”“«»<([{]+/, '');
  const scheme = SCHEMES.exec(opened)?.[0] ?? '';
  const [word = ''] = opened.slice(scheme.length).replace(WWW, '').split(' ', 1);
  const end = word.search(/[/?#]|$/);
  const host = withoutPunctuation(word.slice(0, end))
    .replace(/[.,;]+/g, '.')
    .replace(/^\./, '');
  if (host.includes('@')) return null;
  const secure = scheme === '' || /s/i.test(scheme);
  return shopAddress(`${secure ? 'https' : 'http'}://${host}${withoutPunctuation(word.slice(end))}`);
}

/** One scheme or several, each of the letters of `https` in any number, with at least its slashes or a colon. */
const SCHEMES = /^(?:[htps]{3,7}(?:[:;.,]*\/+|[:;]+))+/i;

/** Once or more, with a mark or a space: without one, `wwwsklep.pl` would be a name of its own. */
const WWW = /^(?:w{2,4}(?:[.,;:]+ ?| ))+/i;

const PUNCTUATION = '.,;:!?"\'”“»>)]}–-';

/** One walk from the end, as a path is stripped of its slashes. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  while (PUNCTUATION.includes(text[end - 1] ?? ' ')) end -= 1;
  return text.slice(0, end);
}
