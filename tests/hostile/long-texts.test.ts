import { describe, expect, test } from 'vitest';
import { csvLine } from '../../src/api/desk/csv-line.ts';
import { toAddress } from '../../src/api/http/client-address.ts';
import { foldToWords } from '../../src/contract/fold.ts';
import { CONTROL_CHARACTERS, EMAIL } from '../../src/contract/shapes.ts';
import { settingFits } from '../../src/contract/shops/settings.ts';
import { line } from '../../src/contract/text.ts';
import { sessionLabel } from '../../src/identity/session-label.ts';
import { hostAsWritten, isPrivateHost, shopAddress } from '../../src/policy/shop-address.ts';
import { signsOf } from '../../src/policy/topic-signs.ts';
import { typedAddress } from '../../src/policy/typed-address.ts';
import { findSecrets } from '../../widget/features/advice/find-secrets.ts';
import { guessTopic } from '../../widget/features/advice/guess-topic.ts';
import { withoutValues } from '../../widget/features/attachments/diagnostics/without-values.ts';

// A quarter of a million characters. Whoever needs the square of that many steps takes minutes, and no test has as long.
const LENGTH = 250_000;

/** What makes expressions start anew at each sign, or give back one sign after the other. */
const PIECES = [
  '/',
  'a',
  ' ',
  '.',
  '1',
  ':',
  '@',
  '%',
  '=',
  '#',
  '?',
  '\t',
  '\n',
  'a.',
  'a@',
  'a:',
  '/.',
  'a://',
  'http:',
  'www,',
  ',',
  '?a=',
  '%25',
];
const LONG_TEXTS = PIECES.flatMap((piece) => {
  const long = piece.repeat(LENGTH / piece.length);
  return [long, `${long}!`, `https://a.pl${long}index.php`, `a@${long}@`];
});

/** Everything that reads a stranger's text by an expression, on the server and on its way there. */
const READERS: Record<string, (text: string) => unknown> = {
  'an install address': shopAddress,
  'an install address with slips of typing': typedAddress,
  'a host to show': hostAsWritten,
  'a host': isPrivateHost,
  'an address of the network': toAddress,
  'an e-mail address': (text) => EMAIL.test(text),
  'an e-mail address of the vendor': (text) => settingFits('email', text),
  'a line of text': (text) => line(1, 1000).safeParse(text),
  'control characters': (text) => text.replace(CONTROL_CHARACTERS, ''),
  'a cell of a report': (text) => csvLine([text]),
  'words to look for': foldToWords,
  'a browser': sessionLabel,
  'what may be a password': findSecrets,
  'what it is about': (text) => guessTopic(text, [{ covered: false, signs: signsOf('N3', 'pl') }]),
  diagnostics: withoutValues,
};

describe('a quarter of a million characters are read in time that grows with their number', () => {
  test.each(Object.entries(READERS))('%s', (_, read) => {
    for (const text of LONG_TEXTS) expect(() => read(text)).not.toThrow();
  });
});
