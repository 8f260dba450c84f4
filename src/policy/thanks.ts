import { foldToWords } from '../contract/fold.ts';

/** Ways to thank, folded: one of them must be there. A courtesy alone, such as „ok”, may be an answer to our question. */
const THANKS = [
  'dziekuje',
  'dziekujemy',
  'dzieki',
  'wielkie dzieki',
  'serdeczne dzieki',
  'podziekowania',
  'serdeczne podziekowania',
  'thx',
  'thanks',
  'thank you',
  'many thanks',
  'much appreciated',
  'cheers',
];

/** What may stand beside them without asking or telling anything new, folded. */
const COURTESIES = [
  // how much, and once more
  'bardzo',
  'wielkie',
  'serdecznie',
  'pieknie',
  'slicznie',
  'ogromnie',
  'uprzejmie',
  'jeszcze raz',
  'raz jeszcze',
  'again',
  'so much',
  'very much',
  'a lot',
  // whom
  'pani',
  'panu',
  'panstwu',
  'wam',
  'wszystkim',
  // for what
  'za pomoc',
  'za szybka pomoc',
  'za blyskawiczna pomoc',
  'za cierpliwosc',
  'za odpowiedz',
  'za szybka odpowiedz',
  'za szybkie dzialanie',
  'za szybka reakcje',
  'za informacje',
  'za wyjasnienie',
  'za wsparcie',
  'za rozwiazanie',
  'za rozwiazanie problemu',
  'za wszystko',
  'for your help',
  'for the help',
  'for help',
  'for your support',
  'for the quick reply',
  'for the quick help',
  'for everything',
  'for the answer',
  // that it is over
  'dziala',
  'juz dziala',
  'wszystko dziala',
  'wszystko juz dziala',
  'teraz dziala',
  'teraz wszystko dziala',
  'znowu dziala',
  'pomoglo',
  'wszystko w porzadku',
  'wszystko gra',
  'wszystko jasne',
  'problem rozwiazany',
  'sprawa rozwiazana',
  'it works',
  'it works now',
  'works now',
  'all works',
  'works great',
  'all good',
  'all clear',
  'problem solved',
  // how good
  'super',
  'swietnie',
  'ekstra',
  'rewelacja',
  'idealnie',
  'ok',
  'okej',
  'jasne',
  'great',
  'perfect',
  'excellent',
  'wonderful',
  'awesome',
  // how letters begin and end
  'dzien dobry',
  'dobry wieczor',
  'witam',
  'czesc',
  'hej',
  'hello',
  'hi',
  'pozdrawiam',
  'pozdrawiamy',
  'pozdrowienia',
  'z powazaniem',
  'z pozdrowieniami',
  'milego dnia',
  'milego popoludnia',
  'milego wieczoru',
  'milego weekendu',
  'zycze milego dnia',
  'dobrego dnia',
  'dobrego weekendu',
  'spokojnego dnia',
  'udanego dnia',
  'wesolych swiat',
  'do widzenia',
  'i',
  'and',
  'bye',
  'regards',
  'best regards',
  'kind regards',
  'have a nice day',
  'have a good day',
  'have a great day',
];

const WORDS_OF_THANKS = THANKS.map((phrase) => phrase.split(' '));
const WORDS_TO_SKIP = [...THANKS, ...COURTESIES].map((phrase) => phrase.split(' '));

/** More words than this are a letter that somebody should read, however kind each of them is. */
const MOST_WORDS = 25;

/**
 * Whether a message says thanks and nothing else: every word belongs to a phrase of a short closed list, or to the
 * writer's own name, and one phrase thanks. A question, a digit or a file says more. What is in doubt is no thanks: the
 * worse mistake would be to offer to close what somebody asks.
 * @param message.name the writer's name as the ticket has it, as letters are signed with it
 */
export function isThanks({ text, files, name }: { text: string; files: number; name: string | null }): boolean {
  if (files > 0 || /[?\p{N}]/u.test(text)) return false;
  const words = foldToWords(text).split(' ').filter(Boolean);
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  const names = foldToWords(name ?? '')
    .split(' ')
    .filter(Boolean);
  const known = [...WORDS_TO_SKIP, ...names.map((word) => [word])];
  // From each place that is reached, each phrase that stands there reaches the place behind it.
  const isReached = [true, ...words.map(() => false)];
  for (const [place] of words.entries()) {
    if (!isReached[place]) continue;
    for (const phrase of known) if (standsAt(words, phrase, place)) isReached[place + phrase.length] = true;
  }
  const hasThanks = words.some((_, place) => WORDS_OF_THANKS.some((phrase) => standsAt(words, phrase, place)));
  return hasThanks && isReached[words.length] === true;
}

function standsAt(words: readonly string[], phrase: readonly string[], place: number): boolean {
  return phrase.every((word, index) => words[place + index] === word);
}
