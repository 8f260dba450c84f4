import { expect, test } from 'vitest';
import { channelOf } from '../../src/policy/channel.ts';

const REGISTERED = 'http://rowery-kolo.pl/sklep';

test.each([
  'http://rowery-kolo.pl',
  'https://rowery-kolo.pl',
  'https://www.rowery-kolo.pl',
  'https://rowery-kolo.pl:443',
])('a ticket from %s came from the panel (R6)', (origin) => {
  expect(channelOf(origin, REGISTERED)).toBe('panel');
});

test.each([
  null,
  'null',
  '',
  'https://hurt.rowery-kolo.pl',
  'https://rowery-kolo.pl:8443',
  'https://rowery-kolo.pl.example',
  'rowery-kolo.pl',
  'ftp://rowery-kolo.pl',
  'https://',
])('a ticket from %j came from elsewhere (R7)', (origin) => {
  expect(channelOf(origin, REGISTERED)).toBe('form');
});

test('two addresses that are none do not make a panel', () => {
  expect(channelOf('ftp://x', 'ftp://x')).toBe('form');
  expect(channelOf('https://rowery-kolo.pl', 'to nie adres')).toBe('form');
});
