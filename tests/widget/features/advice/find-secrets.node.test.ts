import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findSecrets, masked } from '../../../../widget/features/advice/find-secrets.ts';
import samples from '../../../support/sample-tickets.json' with { type: 'json' };

test.each([
  ['hasło: Kotek', 'Kotek'],
  ['Haslo:kotek123.', 'kotek123'],
  ['hasło do panelu: ala-ma-kota, proszę', 'ala-ma-kota'],
  ['password=tajne77', 'tajne77'],
  ['Password: hunter22', 'hunter22'],
  ['pass: qwerty', 'qwerty'],
  ['login/hasło ftp: Zuraw2024!', 'Zuraw2024!'],
  ['login admin hasło Zuraw2024! proszę wejść', 'Zuraw2024!'],
  ['token 8f7a9c1e22', '8f7a9c1e22'],
  ['klucz API: sk-live-000', 'sk-live-000'],
  ['ftp://zuraw:tajne@ftp.zuraw.pl/', 'tajne'],
  ['haslo: Zuraw 2024', 'Zuraw 2024'],
  ['login: admin, hasło: Kotek!5, powtarzam hasło Kotek!5', 'Kotek!5'],
  ['karta 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['karta 4111111111111111.', '4111111111111111'],
])('%s', (text, secret) => {
  expect(findSecrets(text)).toEqual([secret]);
});

test.each([
  'hasło: nie działa',
  'hasło: brak',
  'Nie pamiętam hasła do panelu',
  'hasło ten sam',
  'hasło do panelu nie działa od wczoraj',
  'Zmiana hasła: https://sklep.pl/haslo',
  'kompas: północ',
  'https://sklep.pl:8080/a@b',
  'hasło: [hasło usunięte]',
  'konto 61 1090 1014 0000 0712 1981 2874',
  'przesyłka 620999680123456789012345',
  'zamówienie 4111 1111 1111 1112',
  'telefon 600 100 200',
  'h: 10:00-16:00, wymiary h: 120cm',
  'Hasło: wysłałam mailem',
  'pass: zapomniałam',
  'hasło 12-znakowe nie przechodzi',
  'login na iPhone15 nie działa',
  'user agent Chrome/120.0',
  'admin sklep24.pl',
  'MySQL 8.0 i PHP 8.2',
])('no secret: %s', (text) => {
  expect(findSecrets(text)).toEqual([]);
});

test('of the sample tickets, one has a password in it', () => {
  const found = samples.flatMap(({ subject, description }) => findSecrets(`${subject}\n${description}`));
  expect(found).toEqual(['Zuraw2024!']);
});

test.each([
  ['Zuraw2024!', 'Z••••••••!'],
  ['abcd', 'a••d'],
  ['ab', 'ab'],
])('%s is shown as %s', (secret, shown) => {
  expect(masked(secret)).toBe(shown);
});

/** How many of a set of owners' sentences are seen as they should: how they were made stands in docs/proof.md. */
function figuresOf(name: string) {
  const lines = readFileSync(`${import.meta.dirname}/secrets/${name}.txt`, 'utf8')
    .trimEnd()
    .split('\n');
  const rows = lines.map((line) => {
    const [secret = '', text = ''] = line.split(' | ');
    return { secret, found: findSecrets(text).join() };
  });
  const secrets = rows.filter(({ secret }) => secret);
  return {
    sentences: rows.length,
    foundShare: secrets.filter(({ secret, found }) => found === secret).length / secrets.length,
    falseAlarms: rows.filter(({ secret, found }) => !secret && found).length,
  };
}

test.each([
  ['working', 40],
  ['kept-aside', 20],
])('of the %s sentences 90 of 100 secrets are found whole, and none where there is none', (name, count) => {
  const { sentences, foundShare, falseAlarms } = figuresOf(name);
  expect(sentences).toBe(count);
  expect(foundShare).toBeGreaterThanOrEqual(0.9);
  expect(falseAlarms).toBe(0);
});
