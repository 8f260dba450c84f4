import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Language, TOPICS } from '../../../../src/contract/lists.ts';
import { signsOf } from '../../../../src/policy/topic-signs.ts';
import { guessTopic } from '../../../../widget/features/advice/guess-topic.ts';
import samples from '../../../support/sample-tickets.json' with { type: 'json' };

const isOutside = (topic: string | undefined) => /^N\d/.test(topic ?? '');

/** What a shop with support may choose, as the service tells it. */
const topicsIn = (language: Language) =>
  TOPICS.map((id) => ({ id, covered: !isOutside(id), signs: signsOf(id, language) }));
const POLISH = topicsIn('pl');
const guess = (text: string) => guessTopic(text, POLISH)?.id;

describe('the sample tickets', () => {
  const outside = samples.filter(({ topic }) => isOutside(topic));
  const covered = samples.filter(({ topic }) => !isOutside(topic));

  test.each(outside)('"$subject" is seen to be about $topic', ({ subject, description, topic }) => {
    expect(guess(`${subject}\n${description}`)).toBe(topic);
  });

  test.each(covered)('"$subject" gets no hint', ({ subject, description }) => {
    expect(isOutside(guess(`${subject}\n${description}`))).toBe(false);
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
  expect(guess(text)).toBe(topic);
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
  expect(isOutside(guess(text))).toBe(false);
});

test('nothing is guessed of an empty text, of what names nothing, and without the service’s signs', () => {
  expect(guess('')).toBeUndefined();
  expect(guess('Dzień dobry, mam pytanie')).toBeUndefined();
  expect(guessTopic('Sklep nie działa', [{ id: 'outage', covered: true }])).toBeUndefined();
  expect(guessTopic('Sklep nie działa', undefined)).toBeUndefined();
});

test('every topic but “something else” has signs in both languages, and English ones are recognised', () => {
  for (const topics of [POLISH, topicsIn('en')])
    expect(topics.filter(({ signs }) => !signs).map(({ id }) => id)).toEqual(['other']);
  expect(guessTopic('Please check this CSV file', topicsIn('en'))?.id).toBe('N8');
  expect(guessTopic('How do I set free delivery?', topicsIn('en'))?.id).toBe('configuration');
});

/** Guesses of a set of owners' sentences: how they were made stands in docs/proof.md. */
function figuresOf(name: string) {
  const lines = readFileSync(`${import.meta.dirname}/sentences/${name}.txt`, 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => {
    const [topic = '', text = ''] = line.split(' | ');
    return { topic, guessed: guess(text) };
  });
  const right = rows.filter(({ topic, guessed }) => topic === guessed);
  const share = (part: unknown[], whole: unknown[]) => part.length / whole.length;
  return {
    sentences: rows.length,
    /** of the hint that a topic is outside support */
    hintPrecision: share(
      right.filter(({ topic }) => isOutside(topic)),
      rows.filter(({ guessed }) => isOutside(guessed)),
    ),
    hintRecall: share(
      right.filter(({ topic }) => isOutside(topic)),
      rows.filter(({ topic }) => isOutside(topic)),
    ),
    /** of the guess among all topics, which somebody may change */
    precision: share(
      right,
      rows.filter(({ guessed }) => guessed),
    ),
    recall: share(
      right,
      rows.filter(({ topic }) => topic !== 'other'),
    ),
  };
}

test.each([
  ['working', 200],
  ['kept-aside', 100],
])('of the %s sentences the hint is right in 95 of 100 and finds 70, and so does the guess', (name, count) => {
  const { sentences, hintPrecision, hintRecall, precision, recall } = figuresOf(name);
  expect(sentences).toBe(count);
  expect(hintPrecision).toBeGreaterThanOrEqual(0.95);
  expect(hintRecall).toBeGreaterThanOrEqual(0.7);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.7);
});
