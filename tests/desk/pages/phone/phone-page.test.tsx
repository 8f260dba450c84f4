import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import type { DeskStore } from '../../../../desk/models/desk-kept.ts';
import type { DeskModel } from '../../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../../desk/models/desk-store.ts';
import { PhonePage } from '../../../../desk/pages/phone/PhonePage.tsx';
import type { FoundShop } from '../../../../src/contract/desk/shop-row.ts';
import { type Pretended, pretendHttp, refused } from '../../../support/http-answers.ts';
import { anExpiredShop, aShop } from '../a-shop.ts';

let store: DeskStore;
beforeEach(async () => {
  store = await openDeskStore();
});

let posted: unknown[];
/** whether the agent is still signed in */
let isIn: boolean;

/** The page over a service that has these shops, and answers a call as told. */
function openPage(shops: FoundShop[], called: Pretended = { body: { number: '1000015' } }) {
  posted = [];
  isIn = true;
  const opened: string[] = [];
  const http = pretendHttp(({ method, body }) => {
    if (method === 'GET') return { body: { shops, next: null } };
    posted.push(body);
    return called;
  });
  const model = {
    me: signal({ id: 'a1', name: 'Ola', email: 'o@o.pl', role: 'agent' }),
    router: { route: signal({ page: 'phone' }) },
    store,
    asWriter: async <T,>(ask: () => Promise<T>, out: T) => (isIn ? ask() : out),
    openTaken: (number: string) => opened.push(number),
  } as unknown as DeskModel;
  render(<PhonePage model={model} http={http} id={null} />);
  return { opened };
}

const box = () => screen.getByRole('combobox', { name: /^Sklep: nazwa/ });

/** The shops that are offered; the topics' select has options of its own. */
const options = () => [...document.querySelectorAll('[role="option"]')];
const chosen = () => options().filter((option) => option.ariaSelected === 'true')[0];

async function type(into: HTMLElement, text: string): Promise<void> {
  fireEvent.input(into, { target: { value: text } });
}

test('a shop that was found by another address than the one of its row says by which', async () => {
  const foundBy = { kind: 'former', address: 'http://dawny-zuraw.pl' } as const;
  openPage([aShop({ foundBy }), aShop({ id: 3 })]);
  await type(box(), 'dawny');
  await expect
    .poll(() => options().map(({ textContent }) => textContent?.includes('znaleziono')))
    .toEqual([true, false]);
  expect(options()[0]?.textContent).toContain('ksiegarnia-zuraw.pl · znaleziono po poprzednim adresie: dawny-zuraw.pl');
});

test('arrows and Enter choose a shop, its support stands there at once, and the first question has the focus', async () => {
  openPage([aShop(), anExpiredShop()]);
  expect(document.activeElement).toBe(box());
  await type(box(), 'sklep');
  await expect.poll(() => options().length).toBe(2);
  fireEvent.keyDown(box(), { key: 'ArrowDown' });
  await expect.poll(() => chosen()?.textContent).toContain('Dawny Sklep');
  expect(box().getAttribute('aria-activedescendant')).toBe(chosen()?.id);
  fireEvent.keyDown(box(), { key: 'Enter' });
  const card = await screen.findByRole('region', { name: 'Sklep' });
  expect(card.textContent).toContain('Okres minął – ostatni dzień: 28 lutego 2026');
  expect(card.textContent).toContain('Przedłużenie pomocy');
  await expect.poll(() => document.activeElement?.id).toBe('phone-facts');
  const topics = [...screen.getByLabelText<HTMLSelectElement>('Rodzaj sprawy').options].map(({ value }) => value);
  expect(topics).toEqual(['updates', 'security', 'renewal']);
});

test('what is missing is said at its field, which gets the focus', async () => {
  openPage([aShop()]);
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await expect.poll(() => screen.queryByText('Wybierz sklep z listy.')?.textContent).toBeTruthy();
  await expect.poll(() => document.activeElement).toBe(box());
  expect(posted).toEqual([]);
});

test('a refusal is said in words with what to do', async () => {
  openPage([aShop()], refused('support-expired'));
  await type(box(), 'zuraw');
  await expect.poll(() => options().length).toBe(1);
  fireEvent.keyDown(box(), { key: 'Enter' });
  await type(await screen.findByLabelText(/Temat/), 'Sklep nie działa');
  await type(screen.getByLabelText(/Co się dzieje/), 'Biała strona.');
  fireEvent.click(screen.getByRole('button', { name: /Przyjmij zgłoszenie/ }));
  await expect.poll(() => screen.getByRole('alert').textContent).toContain('pomoc tego sklepu jest dziś nieaktywna');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Co się dzieje/).value).toBe('Biała strona.');
});

test('a shop’s name that is markup stays text', async () => {
  openPage([aShop({ name: '<img src=x onerror=alert(1)>', installUrl: '<b>x</b>' })]);
  await type(box(), 'img');
  await expect.poll(() => options().length).toBe(1);
  expect(options()[0]?.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(document.querySelectorAll('img, b')).toHaveLength(0);
});

test('while an input method composes, Enter chooses no shop and Escape leaves what is typed', async () => {
  openPage([aShop()]);
  await type(box(), 'żuraw');
  await expect.poll(() => options().length).toBe(1);
  fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
  fireEvent.keyDown(box(), { key: 'Escape', isComposing: true });
  expect([options().length, (box() as HTMLInputElement).value]).toEqual([1, 'żuraw']);
});

test.each([
  ['Kto zgłasza', 100],
  ['Telefon do oddzwonienia', 40],
  ['Temat w kilku słowach', 200],
  ['Co się dzieje (słowami sklepu, który to zobaczy)', 20_000],
  ['E-mail klienta', 254],
] as const)('%s: what does not fit is kept, says how much too long it is, and nothing is sent', async (label, most) => {
  openPage([aShop()]);
  await type(box(), 'zuraw');
  await expect.poll(() => options().length).toBe(1);
  fireEvent.keyDown(box(), { key: 'Enter' });
  await type(await screen.findByLabelText(/Temat/), 'Sklep nie działa');
  await type(screen.getByLabelText(/Co się dzieje/), 'Biała strona.');
  const field = screen.getByLabelText<HTMLInputElement>(label);
  const text = 'a@b.pl'.padStart(most + 2, 'x');
  await type(field, text);
  const said = await screen.findByText(/za długi o 2 znaki/);
  expect(field.getAttribute('aria-describedby')).toBe(said.id);
  fireEvent.click(screen.getByRole('button', { name: /Przyjmij zgłoszenie/ }));
  await expect.poll(() => document.activeElement).toBe(field);
  expect([field.value, posted]).toEqual([text, []]);
});

test('a question that is longer than one may be is not asked, and says so', async () => {
  openPage([aShop()]);
  await type(box(), 'x'.repeat(201));
  await screen.findByText(/za długi o 1 znak,/);
  expect(options()).toEqual([]);
});

test('a call goes only while who wrote it down is signed in, and is kept for them until then', async () => {
  const { opened } = openPage([aShop()]);
  await type(box(), 'zuraw');
  await expect.poll(() => options().length).toBe(1);
  fireEvent.keyDown(box(), { key: 'Enter' });
  await type(await screen.findByLabelText(/Temat/), 'Sklep nie działa');
  await type(screen.getByLabelText(/Co się dzieje/), 'Biała strona.');
  const entries = () => store.all('outbox').filter(({ kind }) => kind === 'call').length;
  isIn = false;
  fireEvent.click(screen.getByRole('button', { name: /Przyjmij zgłoszenie/ }));
  const again = await screen.findByRole('button', { name: /Wyślij ponownie|Spróbuj/ });
  expect([posted, entries()]).toEqual([[], 1]);
  isIn = true;
  fireEvent.click(again);
  await expect.poll(() => opened).toEqual(['1000015']);
  expect([posted.length, entries()]).toEqual([1, 0]);
});
