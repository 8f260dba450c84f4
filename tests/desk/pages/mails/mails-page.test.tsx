import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { MailsPage } from '../../../../desk/pages/mails/MailsPage.tsx';
import type { DeskMail } from '../../../../src/contract/desk/mails.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';

const MAIL: DeskMail = {
  id: 7,
  from: { address: 'anna@poczta.example', name: 'Anna Żuraw' },
  subject: 'Darmowa dostawa',
  at: '2026-11-22T09:00:00Z',
  bytes: 900,
  fate: 'waits',
  reason: 'no-shop',
  askedAt: '2026-11-22T09:00:00Z',
  handledBy: null,
  handledAt: null,
  isKept: true,
};

function openPage(mails: Partial<DeskMail>[], otherwise: Record<string, () => Pretended> = {}, isOn = true) {
  const list = () => ({
    body: { isOn, mails: mails.map((mail) => ({ ...MAIL, ...mail })), waiting: mails.length, next: null },
  });
  const pretended = aPretendedService({
    'GET /api/desk/mails?fate=waits': list,
    'GET /api/desk/mails?fate=set-aside': list,
    ...otherwise,
  });
  render(<MailsPage model={aDesk()} http={pretended.http} id={null} />);
  return pretended;
}

test('says who wrote what, why it stands there, and whether its sender was asked', async () => {
  openPage([{}, { id: 6, askedAt: null, from: null, subject: null }]);
  await screen.findByText('Anna Żuraw');
  expect(screen.getByText('Darmowa dostawa')).toBeTruthy();
  expect(screen.getByText(/numeru pomocy i.adresu sklepu, które do siebie pasują\. Zapytaliśmy nadawcę/)).toBeTruthy();
  expect(screen.getByText(/Nadawcy nie zapytaliśmy\./)).toBeTruthy();
  // Nobody could be answered.
  expect(screen.getAllByRole('button', { name: /^Wskaż sklep/ })).toHaveLength(1);
  expect(screen.getByRole('link', { name: /^Pobierz list.*anna@/ }).getAttribute('href')).toBe('/api/desk/mails/7/raw');
});

test('where mail is not set up, the empty list says so', async () => {
  openPage([], {}, false);
  await screen.findByText('Żaden list nie czeka na dane sklepu.');
  expect(screen.getByText(/Poczta przychodząca nie jest ustawiona/)).toBeTruthy();
});

test('each list has its own words and buttons, and a reason that it does not know still says where the letter is', async () => {
  const { asked } = openPage([{ fate: 'set-aside', reason: 'nowy-powod', askedAt: null }]);
  await screen.findByText('Anna Żuraw');
  fireEvent.click(screen.getByRole('button', { name: 'Odłożone' }));
  await expect.poll(() => asked.at(-1)?.path).toBe('/api/desk/mails?fate=set-aside');
  await screen.findByRole('button', { name: 'To jest zgłoszenie: list od anna@poczta.example' });
  expect(screen.queryByRole('button', { name: /^Odłóż/ })).toBeNull();
  expect(screen.getAllByText('Odłożone').length).toBe(2);
});

test.each([
  ['a ticket', { body: { fate: 'opened', number: '1000015' } }, 'Z\u00a0listu powstało zgłoszenie 1000015'],
  ['one that waits', { body: { fate: 'waits', number: null } }, 'List nie podaje sklepu'],
  ['another’s', refused('conflict', { ticket: '1000015' }), 'Ten list jest już w\u00a0zgłoszeniu 1000015'],
  ['unreadable', refused('conflict'), 'Z\u00a0tego listu nie da się zrobić zgłoszenia'],
  ['refused', refused('rate-limited'), 'Serwis odmówił.'],
  ['lost', SILENCE, 'Brak połączenia. Zmiana mogła się nie zapisać.'],
] as [string, Pretended, string][])(
  'said to be a ticket, and %s: the outcome is announced',
  async (_, answer, said) => {
    openPage([{ fate: 'set-aside', reason: 'list' }], { 'POST /api/desk/mails/7/take': () => answer });
    fireEvent.click(await screen.findByRole('button', { name: /^To jest zgłoszenie/ }));
    await expect
      .poll(() => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join(' '))
      .toContain(said);
  },
);

test('Escape ends the search for a shop, and the focus is where it was', async () => {
  openPage([{}]);
  fireEvent.click(await screen.findByRole('button', { name: /^Wskaż sklep/ }));
  const box = await screen.findByRole('combobox');
  expect(document.activeElement).toBe(box);
  fireEvent.keyDown(box, { key: 'Escape' });
  const give = await screen.findByRole('button', { name: /^Wskaż sklep/ });
  await expect.poll(() => document.activeElement).toBe(give);
});
