import { describe, expect, test } from 'vitest';
import { isThanks } from '../../src/policy/thanks.ts';

const say = (text: string, message: { files?: number; name?: string | null } = {}) =>
  isThanks({ text, files: 0, name: null, ...message });

const THANKS = `Dziękuję
Dziekuje
dziękuję!
DZIĘKUJĘ
Dziękuję.
Dziękuję bardzo
Dziekuje bardzo
Bardzo dziękuję!
Bardzo dziekuje za pomoc
Bardzo dziękujemy.
Dziękujemy
Dziekujemy bardzo za pomoc.
Dzięki
dzieki
Dzięki!
Dzięki wielkie!
dzieki wielkie
Wielkie dzięki
Serdeczne dzięki
Dzięki bardzo :)
Dzięki za pomoc
dzieki za pomoc!!!
Dzięki za szybką pomoc
Dzięki za szybką odpowiedź.
Dziękuję za odpowiedź
Dziekuje za odpowiedz
Dziękuję za szybką odpowiedź
Dziękuję bardzo, miłego dnia!
Dziekuje bardzo, milego dnia
Dziękuję i pozdrawiam
Dziękuję, pozdrawiam serdecznie
Dziękuję. Pozdrawiam.
Dzień dobry, dziękuję za pomoc.
Dzień dobry, dziękuję, wszystko działa.
Dziękuję, działa!
Dziękuję, już działa
Dziekuje, juz dziala
Działa, dziękuję!
Wszystko działa, dziękuję bardzo
Wszystko już działa, dziękujemy za pomoc
Już działa. Dzięki!
Teraz działa, dziękuję.
Teraz wszystko działa. Bardzo dziękuję za pomoc!
Super, dziękuję!
Super, dzięki wielkie
Świetnie, dziękuję bardzo
Swietnie dziekuje
Rewelacja, dziękuję!
Idealnie, dzięki!
Ok, dziękuję
OK dzieki
Okej, dzięki
Jasne, dziękuję
Wszystko jasne, dziękuję
Dziękuję pięknie
Dziękuję ślicznie!
Dziękuję serdecznie
Serdecznie dziękuję za pomoc
Dziękuję uprzejmie
Dziękuję Pani
Dziękuję Panu bardzo
Dziękuję Państwu za pomoc
Dziękuję Wam bardzo
Dziękuję jeszcze raz
Jeszcze raz dziękuję!
Raz jeszcze bardzo dziękuję za wszystko
Dziękuję za cierpliwość
Dziękuję za wyjaśnienie
Dziękuję za informację
Dziękuję za błyskawiczną pomoc!
Dziękuję za wsparcie
Dziękuję za rozwiązanie problemu
Problem rozwiązany, dziękuję.
Sprawa rozwiązana, dziękuję
Pomogło, dziękuję!
Wszystko w porządku, dziękuję
Witam, dziękuję za szybką reakcję. Pozdrawiam
Cześć, dzięki za pomoc
Hej, dzięki!
Dziękuję, miłego weekendu
Dziękuję, miłego popołudnia.
Dziękuję i życzę miłego dnia
Dziękuję. Dobrego dnia!
Dziękuję. Z poważaniem
Dziękuję, do widzenia
Dziękuję, wesołych świąt!
Dziękuję 🙂
❤ dziękuję ❤
Thanks
thanks!
Thank you
Thank you very much
Thank you so much for your help!
Thanks a lot
Many thanks
Great, thanks!
Perfect, thank you
It works now, thank you.
Hi, thanks for the quick reply
Thanks again, have a nice day!
Thank you. Best regards
Thx
Problem solved, thanks`.split('\n');

const OTHER = `Dziękuję, ale nadal nie działa
Dziekuje, ale nadal nie dziala
Dziękuję, nie działa
Dziękuję, wszystko nie działa
Dziękuję, nadal biały ekran
Dziękuję, czekam
Dziękuję, czekam na odpowiedź
Dziękuję, sprawdzę jutro
Dziękuję z góry
Z góry dziękuję za pomoc
Z gory dziekuje
Dziękuję, a kiedy będzie gotowe
Dziękuję?
Dziękuję, czy to wszystko?
Dziękuję, działa?
Dziękuję, a co z fakturą
Dziękuję za 3 dni czekania
Dziękuję, wersja 10.4
Dziękuję 1000447
Dziękuję. Mam jeszcze pytanie
Dziękuję, jeszcze jedno
Dziękuję, jeszcze jedna sprawa
Dziękuję, proszę o kontakt
Dziękuję, proszę zadzwonić
Dziękuję, proszę o zamknięcie zgłoszenia i nowe
Dziękuję bardzo, tylko że zniknęły zdjęcia
Dziękuję, teraz mamy inny błąd
Dziękuję, ale błąd wrócił
Dziękuję, działa, ale wolno
Dziękuję, działa częściowo
Dziękuję, działa tylko w Firefoksie
Dziękuję, prawie działa
Dziękuję, chyba działa
Dziękuję, zobaczymy
Dziękuję, dam znać
Dziękuję, odezwę się
Dziękuję za nic
Dziękuję za taką pomoc
Dziękuję za pomoc, niestety nie pomogło
Nie pomogło, dziękuję
Nie dziękuję
Dziękuję, nie trzeba
Nie, dziękuję
Niestety nie, dziękuję
Wszystko działa
Działa
OK
ok, rozumiem
Jasne
Super
Dzień dobry
Pozdrawiam
Miłego dnia
W porządku
Wszystko jasne
Problem rozwiązany
Świetnie, tylko bez koszyka
Dzięki, ale koszyk dalej pusty
Dzieki, koszyk pusty
Dzięki, PayU nie działa
Dzięki, zmieniłem hasło
Dzięki, wysyłam zrzut
Dzięki, w załączniku zrzut
Dzięki, hasło to kot
Dzięki, dostęp poniżej
Dzięki, link nie działa
Dzięki, https://sklep.pl
Dzięki, gdzie to kliknąć
Dzięki, jak to zrobić
Dzięki, kiedy aktualizacja
Dzięki, przekażę szefowi
Dzięki, przekazuję dalej
Dzięki, mamy awarię
Dzięki, sklep leży
Dzięki, znowu to samo
Dzięki, znowu
Dzięki, jednak nie
Dzięki, jednak nie działa
Dzięki, do jutra
Dzięki, pilne
Dzięki i proszę o szybką odpowiedź
Dzięki i czekam
Thanks, but it still does not work
Thanks, still broken
Thanks in advance
Thank you in advance for your help
Thanks, not yet
Thanks, one more thing
Thanks, when will it be ready
Thanks, will check tomorrow
Thank you, the cart is empty
Thank you for nothing
Thanks, it works but slowly
No thanks
Not working, thanks
Thanks, I will wait
Please close it, thanks
It works
Great
Hi
Perfect
Works now`.split('\n');

describe('a bare thanks', () => {
  test('is told in a hundred ways', () => expect(THANKS.length).toBeGreaterThanOrEqual(100));
  test.each(THANKS)('%s', (text) => expect(say(text)).toBe(true));
});

describe('is no bare thanks', () => {
  test('in a hundred ways', () => expect(OTHER.length).toBeGreaterThanOrEqual(100));
  test.each(OTHER)('%s', (text) => expect(say(text)).toBe(false));
});

test('with a file it tells more', () => {
  expect(say('Dziękuję', { files: 1 })).toBe(false);
});

test('may be signed with the name of who wrote it, and with no other', () => {
  const text = 'Dziękuję bardzo.\nPozdrawiam\nAnna Żuraw';
  expect(say(text, { name: 'Anna Żuraw' })).toBe(true);
  expect(say(text)).toBe(false);
  expect(say('Dziękuję. Anna', { name: 'Anna Żuraw' })).toBe(true);
});

test('may be a letter of several lines', () => {
  expect(say('Dzień dobry,\n\ndziękuję bardzo za pomoc.\n\nZ pozdrowieniami\nJan', { name: 'Jan' })).toBe(true);
});

test('a name thanks nobody', () => {
  expect(say('Anna', { name: 'Anna' })).toBe(false);
});

test('empty, and longer than somebody thanks', () => {
  expect(say('')).toBe(false);
  expect(say('Dziękuję '.repeat(25))).toBe(true);
  expect(say('Dziękuję '.repeat(26))).toBe(false);
});
