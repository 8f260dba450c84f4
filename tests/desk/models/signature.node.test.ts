import { expect, test } from 'vitest';
import { signatureOf, signed } from '../../../desk/models/signature.ts';

const PATTERN = 'Pozdrawiam\n{agent}';
const OLA = 'Pozdrawiam\nOla Nowak';

test.each([
  [PATTERN, OLA],
  ['{agent}, {agent}', 'Ola Nowak, Ola Nowak'],
  ['Pomoc {sklep}', 'Pomoc {sklep}'],
  [null, ''],
])('%j is %j', (pattern, expected) => {
  expect(signatureOf(pattern, 'Ola Nowak')).toBe(expected);
});

test('a name is no pattern of replacing', () => {
  expect(signatureOf('{agent}', "$& $' {agent}")).toBe("$& $' {agent}");
});

test.each([
  ['Już działa.', OLA, `Już działa.\n\n${OLA}`],
  ['\n Już działa.\n\n', OLA, `Już działa.\n\n${OLA}`],
  [`Już działa.\n\n${OLA}`, OLA, `Już działa.\n\n${OLA}`],
  [`Już działa.\n\n${OLA} \n`, OLA, `Już działa.\n\n${OLA}`],
  [`${OLA}\n\nPS Jeszcze jedno.`, OLA, `${OLA}\n\nPS Jeszcze jedno.\n\n${OLA}`],
  ['Już działa. ', '', 'Już działa.'],
])('%j with %j goes as %j', (text, signature, expected) => {
  expect(signed(text, signature)).toBe(expected);
});
