import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { MailsPage } from '../../../../desk/pages/mails/MailsPage.tsx';
import type { DeskMail, DeskMailRead } from '../../../../src/contract/desk/mails.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { aShop } from '../a-shop.ts';

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

const LETTER: DeskMailRead = {
  mail: MAIL,
  ticket: null,
  words: {
    text: 'Gdzie ustawić próg? <img src=x onerror=alert(1)>',
    quoted: 'stare słowa',
    files: [{ name: 'zrzut.png', bytes: 1200 }],
    copiedTo: ['szef@sklep.example'],
  },
  shops: [{ ...aShop(), because: 'sender' }],
};

function openList(
  mails: Partial<DeskMail>[],
  otherwise: Record<string, () => Pretended> = {},
  { isOn = true, id = null as string | null } = {},
) {
  const list = () => ({
    body: { isOn, mails: mails.map((mail) => ({ ...MAIL, ...mail })), waiting: mails.length, next: null },
  });
  const pretended = aPretendedService({
    'GET /api/desk/mails?fate=waits': list,
    'GET /api/desk/mails?fate=set-aside': list,
    ...otherwise,
  });
  render(<MailsPage model={aDesk()} http={pretended.http} id={id} />);
  return pretended;
}

function openLetter(letter: Partial<DeskMailRead> = {}, otherwise: Record<string, () => Pretended> = {}) {
  const pretended = aPretendedService({
    'GET /api/desk/mails/7': () => ({ body: { ...LETTER, ...letter } }),
    ...otherwise,
  });
  render(<MailsPage model={aDesk()} http={pretended.http} id="7" />);
  return pretended;
}

const announced = () =>
  expect.poll(() => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join(' '));

test('the list says who wrote what, why it stands there, and whether its sender was asked; each is a link to its words', async () => {
  openList([{}, { id: 6, askedAt: null, from: null, subject: null }]);
  await screen.findByText('Anna Żuraw');
  expect(screen.getByRole('link', { name: 'Darmowa dostawa' }).getAttribute('href')).toBe('#/mails/7');
  expect(screen.getByText(/numeru pomocy i.adresu sklepu, które do siebie pasują\. Zapytaliśmy nadawcę/)).toBeTruthy();
  expect(screen.getByText(/Nadawcy nie zapytaliśmy\./)).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Pobierz list.*anna@/ }).getAttribute('href')).toBe('/api/desk/mails/7/raw');
});

test('where mail is not set up, the empty list says so', async () => {
  openList([], {}, { isOn: false });
  await screen.findByText('Żaden list nie czeka na dane sklepu.');
  expect(screen.getByText(/Poczta przychodząca nie jest ustawiona/)).toBeTruthy();
});

test('each list has an address, words and buttons of its own, and a reason that it does not know still says where the letter is', async () => {
  openList([{ fate: 'set-aside', reason: 'nowy-powod', askedAt: null }], {}, { id: 'set-aside' });
  await screen.findByRole('button', { name: 'To jest zgłoszenie: list od anna@poczta.example' });
  expect(screen.getByRole('link', { name: 'Odłożone' }).getAttribute('aria-current')).toBe('page');
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
    const taking = { 'POST /api/desk/mails/7/take': () => answer };
    openList([{ fate: 'set-aside', reason: 'list' }], taking, { id: 'set-aside' });
    fireEvent.click(await screen.findByRole('button', { name: /^To jest zgłoszenie/ }));
    await announced().toContain(said);
  },
);

test('a letter shows its words as text, what it quotes folded, its files and copies', async () => {
  openLetter();
  const text = await screen.findByText('Gdzie ustawić próg? <img src=x onerror=alert(1)>');
  expect(text.querySelector('img')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Darmowa dostawa');
  expect(screen.getByText('Pokaż cytat').closest('details')?.open).toBe(false);
  expect(screen.getByText('zrzut.png').parentElement?.textContent).toContain('1,2\u00a0kB');
  expect(screen.getByText('kopia: szef@sklep.example')).toBeTruthy();
});

test('choosing a shop writes nothing; its own press does, once, and then nothing is asked again', async () => {
  let ticket: string | null = null;
  const { asked } = openLetter(
    {},
    {
      'GET /api/desk/mails/7': () => ({ body: { ...LETTER, ticket, shops: ticket ? [] : LETTER.shops } }),
      'POST /api/desk/mails/7/shop': () => {
        ticket = '1000015';
        return { body: { fate: 'opened', number: ticket } };
      },
    },
  );
  const posts = () => asked.filter(({ path }) => path.endsWith('/shop')).length;
  fireEvent.click(await screen.findByRole('button', { name: /nadawca to kontakt z.rejestru/ }));
  const open = await screen.findByRole('button', { name: /^Otwórz zgłoszenie sklepu/ });
  await expect.poll(() => document.activeElement).toBe(open);
  expect(posts()).toBe(0);
  // The key that chose it is still down.
  expect(fireEvent.keyDown(open, { key: 'Enter', repeat: true })).toBe(false);
  fireEvent.click(open);
  fireEvent.click(open);
  await announced().toContain('Z\u00a0listu powstało zgłoszenie 1000015');
  expect(posts()).toBe(1);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByRole('link', { name: 'List jest w\u00a0zgłoszeniu 1000015' }).getAttribute('href')).toBe(
    '#1000015',
  );
});

test('a shop that was chosen by mistake is changed, and a lost answer keeps the choice', async () => {
  openLetter({}, { 'POST /api/desk/mails/7/shop': () => SILENCE });
  fireEvent.click(await screen.findByRole('button', { name: /nadawca to kontakt/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Inny sklep' }));
  const likely = await screen.findByRole('button', { name: /nadawca to kontakt/ });
  await expect.poll(() => document.activeElement).toBe(likely);
  fireEvent.click(likely);
  fireEvent.click(await screen.findByRole('button', { name: /^Otwórz zgłoszenie sklepu/ }));
  await announced().toContain('Brak połączenia. Zmiana mogła się nie zapisać.');
  expect(screen.getByRole('button', { name: /^Otwórz zgłoszenie sklepu/ })).toBeTruthy();
});

test.each([
  [
    'nobody can read',
    { words: null, mail: { ...MAIL, fate: 'unreadable', reason: 'fault' } },
    'Treści nie da się tu pokazać',
  ],
  ['was deleted', { words: null, mail: { ...MAIL, isKept: false } }, 'Treść listu już usunięto.'],
] as [string, Partial<DeskMailRead>, string][])('a letter that %s offers no ticket', async (_, letter, said) => {
  openLetter(letter);
  await screen.findByText(said, { exact: false });
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Odłóż' })).toBeTruthy();
});

test('a letter that is not there is said to be', async () => {
  openLetter({}, { 'GET /api/desk/mails/7': () => refused('not-found') });
  await screen.findByText('Nie ma takiego listu.');
});
