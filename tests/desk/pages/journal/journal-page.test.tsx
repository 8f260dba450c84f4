import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { JournalPage } from '../../../../desk/pages/journal/JournalPage.tsx';
import { sentences as inEnglish } from '../../../../desk/pages/journal/sentences-en.ts';
import { sentences as inPolish } from '../../../../desk/pages/journal/sentences-pl.ts';
import { en } from '../../../../desk/pages/journal/words/en.ts';
import { pl } from '../../../../desk/pages/journal/words/pl.ts';
import type { AuditList } from '../../../../src/contract/desk/audit.ts';
import { EVENT_ACTIONS } from '../../../../src/contract/lists.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { shapeOf } from '../shape-of.ts';

type Entry = AuditList['entries'][number];

const anEntry = (id: number, otherwise: Partial<Entry> = {}): Entry => ({
  id,
  at: '2026-11-22T09:05:00Z',
  by: { id: 'a1', name: 'Ola Nowak' },
  action: 'read.ticket',
  ticket: '1000015',
  shop: null,
  details: { ticket: '1000015' },
  ...otherwise,
});

const aList = (entries: Entry[], next: string | null = null): Pretended => ({
  body: { entries, names: { a2: 'Jan Kos' }, next },
});

function openPage(answers: Record<string, Pretended[]>, role = 'admin') {
  const pretended = aPretendedService(
    Object.fromEntries(
      Object.entries(answers).map(([query, list]) => [
        `GET /api/desk/audit${query}`,
        () => (list.length > 1 ? list.shift() : list[0]) ?? SILENCE,
      ]),
    ),
  );
  const desk = Object.assign(aDesk(role), { agents: signal([{ id: 'a1', name: 'Ola Nowak' }]) });
  render(<JournalPage model={desk} http={pretended.http} id={null} />);
  return pretended;
}

const lines = () =>
  within(screen.getByRole('list', { name: 'Wpisy' }))
    .getAllByRole('listitem')
    .map((line) => line.textContent);

test('both languages have the same words, and a name and a sentence for every kind of event', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
  for (const sentences of [inPolish, inEnglish]) {
    expect(Object.keys(sentences).toSorted()).toEqual(EVENT_ACTIONS.toSorted());
    const names = Object.values(sentences).map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('each entry says when, who and what in a sentence, and leads to the ticket and the shop', async () => {
  openPage({
    '': [
      aList([
        anEntry(3),
        anEntry(2, { action: 'ticket.assigned', details: { from: null, to: 'a2' } }),
        anEntry(1, {
          by: { id: 'unknown', name: null },
          action: 'shop-secret.made',
          ticket: null,
          shop: { id: 7, name: 'Rowery Koło' },
          details: { shopId: 7, kid: 'k_1' },
        }),
      ]),
    ],
  });
  await screen.findByText('Pokazano wpisów: 3.');
  expect(lines()).toEqual([
    '22.11.2026, 10:05Ola NowakOtwarto zgłoszenie. 1000015 ',
    '22.11.2026, 10:05Ola NowakPrzypisano zgłoszenie: Jan Kos. 1000015 ',
    '22.11.2026, 10:05Ktoś niezalogowanyUtworzono sekret podpisu k_1.  Rowery Koło',
  ]);
  expect(screen.getByRole('link', { name: 'Rowery Koło' }).getAttribute('href')).toBe('#/shops/7');
  expect(screen.getAllByRole('link', { name: '1000015' })[0]?.getAttribute('href')).toBe('#1000015');
});

test('what a newer service tells is said to be unknown, and breaks nothing', async () => {
  openPage({ '': [aList([anEntry(1, { action: 'ticket.sung' as Entry['action'] })])] });
  await screen.findByText(/nie zna\. Odśwież/);
});

test('it is narrowed by who, what, ticket, shop and day; the next page is of the same, whatever is typed since', async () => {
  const query = '?actor=a1&action=read.file&ticket=1000015&shop=7KcWt9Ru&day=2026-11-22';
  openPage({
    '': [aList([anEntry(9)])],
    [query]: [aList([anEntry(5), anEntry(4)], '4')],
    [`${query}&cursor=4`]: [aList([anEntry(3)])],
  });
  await screen.findByText('Pokazano wpisów: 1.');
  fireEvent.change(screen.getByLabelText('Kto'), { target: { value: 'a1' } });
  fireEvent.change(screen.getByLabelText('Co'), { target: { value: 'read.file' } });
  fireEvent.input(screen.getByLabelText('Zgłoszenie'), { target: { value: '1000 015' } });
  fireEvent.input(screen.getByLabelText('Sklep'), { target: { value: ' 7KcWt9Ru ' } });
  fireEvent.input(screen.getByLabelText('Dzień'), { target: { value: '2026-11-22' } });
  fireEvent.click(screen.getByRole('button', { name: 'Pokaż' }));
  await screen.findByText('Pokazano wpisów: 2.');
  fireEvent.input(screen.getByLabelText('Sklep'), { target: { value: 'inny' } });
  fireEvent.click(screen.getByRole('button', { name: 'Starsze wpisy' }));
  await screen.findByText('Pokazano wpisów: 3.');
  expect(screen.queryByRole('button', { name: 'Starsze wpisy' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Wyczyść' }));
  await screen.findByText('Pokazano wpisów: 1.');
  expect((screen.getByLabelText('Sklep') as HTMLInputElement).value).toBe('');
});

test('a number that is no ticket’s is told at its field, which has the focus, and nothing is asked', async () => {
  const pretended = openPage({ '': [aList([])] });
  await screen.findByText('Żaden wpis nie pasuje.');
  const ticket = screen.getByLabelText('Zgłoszenie');
  fireEvent.input(ticket, { target: { value: 'abc' } });
  fireEvent.click(screen.getByRole('button', { name: 'Pokaż' }));
  await screen.findByText('Numer zgłoszenia ma od 7 do 12 cyfr.');
  expect([document.activeElement, pretended.asked.length]).toEqual([ticket, 1]);
});

test('what cannot be a support number is no shop’s: nothing fits', async () => {
  openPage({ '': [aList([anEntry(1)])], '?shop=%C5%BB': [refused('invalid-request')] });
  await screen.findByText('Pokazano wpisów: 1.');
  fireEvent.input(screen.getByLabelText('Sklep'), { target: { value: 'Ż' } });
  fireEvent.click(screen.getByRole('button', { name: 'Pokaż' }));
  await screen.findByText('Żaden wpis nie pasuje.');
  expect(screen.queryByRole('list', { name: 'Wpisy' })).toBeNull();
});

test('what could not be read is read again by a press', async () => {
  openPage({ '': [SILENCE, aList([anEntry(1)])] });
  await screen.findByText(/Nie udało się wczytać dziennika/);
  fireEvent.click(screen.getByRole('button', { name: 'Spróbuj ponownie' }));
  await screen.findByText('Pokazano wpisów: 1.');
});

test('whoever is no admin reads that it is for admins, and nothing is asked', async () => {
  const pretended = openPage({ '': [aList([])] }, 'agent');
  await screen.findByText('Dziennik widzą tylko administratorzy.');
  expect(pretended.asked).toEqual([]);
});
