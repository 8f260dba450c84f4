import { describe, expect, test } from 'vitest';
import { suggestTopic } from '../../../../widget/features/advice/suggest-topic.ts';
import { scopeSigns as english } from '../../../../widget/words/en/scope-signs.ts';
import { scopeSigns as polish } from '../../../../widget/words/pl/scope-signs.ts';
import samples from '../../../support/sample-tickets.json' with { type: 'json' };

describe('the sample tickets', () => {
  const outside = samples.filter(({ topic }) => /^N\d/.test(topic));
  const covered = samples.filter(({ topic }) => !/^N\d/.test(topic));

  test.each(outside)('"$subject" is seen to be about $topic', ({ subject, description, topic }) => {
    expect(suggestTopic(`${subject}\n${description}`)).toBe(topic);
  });

  test.each(covered)('"$subject" gets no hint', ({ subject, description }) => {
    expect(suggestTopic(`${subject}\n${description}`)).toBeUndefined();
  });
});

test.each([
  ['N1', 'Chcę dodać własne pole do zamówienia'],
  ['N3', 'Nieudana aktualizacja, sklep nie wstaje'],
  ['N4', 'Hosting znalazł trojana. Prosze wyczyscic pliki sklepu'],
  ['N4', 'Sklep jest zainfekowany'],
  ['N5', 'PROSZE O ZMIANE SZABLONU'],
  ['N6', 'Przenieśliśmy sklep na inny hosting'],
  ['N7', 'Proszę o wgranie aktualizacji do 10.5'],
  ['N7', 'zaktualizujcie nam sklep'],
  ['N8', 'Sprawdźcie, proszę, plik XML od Ceneo'],
  ['N8', 'nie importuje mi się plik csv'],
  ['N9', 'Jaki limit pamięci ustawić w php.ini?'],
  ['N10', 'Jak zaktualizować sklep samodzielnie?'],
])('%s: %s', (topic, text) => {
  expect(suggestTopic(text)).toBe(topic);
});

test.each([
  'Jak zaimportować produkty z CSV?',
  'Gdzie pobrać aktualizację?',
  'Kod rabatowy nie działa w koszyku',
  'Jak zaktualizować ceny i stany magazynowe?',
  'Antywirus klienta blokuje stronę',
  'Po aktualizacji cennika ceny są złe',
  'Koszyk przenosi klienta na stronę główną sklepu',
  'Włamanie! Ktoś zmienił numer konta w sklepie',
  'Zmieniliśmy adres e-mail, proszę o aktualizację danych do faktury',
  'Nie widać logo w mailu do klienta',
  '',
])('no hint: %s', (text) => {
  expect(suggestTopic(text)).toBeUndefined();
});

test('both languages have signs of the same topics', () => {
  expect(Object.keys(english)).toEqual(Object.keys(polish));
});
