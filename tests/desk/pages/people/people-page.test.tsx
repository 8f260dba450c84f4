import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { PeoplePage } from '../../../../desk/pages/people/PeoplePage.tsx';
import { en } from '../../../../desk/pages/people/words/en.ts';
import { pl } from '../../../../desk/pages/people/words/pl.ts';
import type { DeskPerson } from '../../../../src/contract/desk/people.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { shapeOf } from '../shape-of.ts';

const OLA: DeskPerson = {
  id: 'a1',
  name: 'Ola Nowak',
  email: 'ola@shopgold.pl',
  role: 'admin',
  factors: 2,
  secondFactor: { state: 'has', until: null },
  lastUsedAt: '2026-11-22T08:58:00Z',
  held: 9,
  codeUntil: null,
  disabledAt: null,
};
const MAREK: DeskPerson = {
  ...OLA,
  id: 'a2',
  name: 'Marek Król',
  email: 'marek@shopgold.pl',
  role: 'agent',
  factors: 0,
  secondFactor: { state: 'optional', until: null },
  lastUsedAt: null,
  held: 0,
};
const CODE = { code: 'k3nt-90qa-7xzv-m2p4', until: '2026-11-22T09:30:00Z' };

async function openPage(people = [OLA, MAREK], answers: Record<string, () => Pretended> = {}) {
  const service = { people };
  const pretended = aPretendedService({
    'GET /api/desk/people': () => ({ body: { people: service.people } }),
    'POST /api/desk/people': () => ({ body: { ...CODE, id: 'a3' } }),
    'POST /api/desk/people/a2/code': () => ({ body: CODE }),
    'POST /api/desk/people/a2/role': () => ({ body: null }),
    'POST /api/desk/people/a2/disabled': () => ({ body: null }),
    ...answers,
  });
  render(<PeoplePage model={aDesk('admin')} http={pretended.http} id={null} />);
  await screen.findByText('Marek Król');
  return { ...pretended, service };
}

const type = (name: string, value: string) => fireEvent.input(screen.getByLabelText(name), { target: { value } });
/** As the library finds it. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test('each person says how safely they sign in and what they hold, and nobody changes themselves', async () => {
  await openPage([
    OLA,
    MAREK,
    { ...MAREK, id: 'a3', name: 'Ewa Wilk', codeUntil: CODE.until },
    { ...MAREK, id: 'a4', name: 'Tomasz Duł', disabledAt: '2026-11-03T09:00:00Z' },
  ]);
  const rows = [...document.querySelectorAll('.people > li')].map(({ textContent }) => textContent);
  expect(rows).toEqual([
    'ONOla Nowak to Tyadministrator · ola@shopgold.pldrugi składnik: 2 · ostatnio 09:58 · prowadzi 9',
    'MKMarek Król agent · marek@shopgold.plbez drugiego składnika · nic nie prowadziZrób administratoremWydaj kodWyłącz',
    'EWEwa Wilk agent · marek@shopgold.plkod jednorazowy czeka do 10:30 · nic nie prowadziZrób administratoremWydaj kodWyłącz',
    'TDTomasz Duł agent · marek@shopgold.plkonto wyłączone 3 lisPrzywróć',
  ]);
});

test('who is added gets a code, which is shown once and has the focus', async () => {
  const { told } = await openPage();
  type('Imię i nazwisko', 'Ewa Wilk');
  type('E-mail', ' ewa@shopgold.pl ');
  press('Dodaj osobę');
  const heading = await screen.findByText('Kod jednorazowy: Ewa Wilk');
  expect(document.activeElement).toBe(heading);
  expect(document.querySelector('.the-code')?.textContent).toBe(CODE.code);
  expect(told('/api/desk/people').map(({ body }) => body)).toEqual([
    { name: 'Ewa Wilk', email: 'ewa@shopgold.pl', role: 'agent' },
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('');
  press('Kod przekazany, schowaj');
  expect(document.querySelector('.the-code')).toBeNull();
});

test('fields say what is wrong with them, and nothing is asked', async () => {
  const { told } = await openPage();
  type('E-mail', 'ewa');
  press('Dodaj osobę');
  await screen.findByText(plain(pl.errors.name));
  await screen.findByText(plain(pl.errors.email));
  expect(document.activeElement).toBe(screen.getByLabelText('Imię i nazwisko'));
  expect(told('/api/desk/people')).toEqual([]);
});

test('an address that somebody has is said at its field, and what was typed stays', async () => {
  await openPage([OLA, MAREK], { 'POST /api/desk/people': () => refused('conflict') });
  type('Imię i nazwisko', 'Marek Król');
  type('E-mail', 'marek@shopgold.pl');
  press('Dodaj osobę');
  await screen.findByText(plain(pl.failures.taken));
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('E-mail'));
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('marek@shopgold.pl');
});

test.each([
  ['Wydaj kod Marek Król', 'Tak, wydaj kod', '/api/desk/people/a2/code', {}],
  ['Wyłącz Marek Król', 'Tak, wyłącz', '/api/desk/people/a2/disabled', {}],
  ['Zrób administratorem Marek Król', 'Tak, nadaj', '/api/desk/people/a2/role', { role: 'admin' }],
])('%s: is done after a question only', async (act, yes, path, body) => {
  const { told } = await openPage();
  press(act);
  expect(told(path)).toEqual([]);
  press(yes);
  await expect.poll(() => told(path).map(({ body }) => body)).toEqual([body]);
  await expect.poll(() => document.activeElement).not.toBe(document.body);
});

test.each([
  [SILENCE, pl.failures.unanswered],
  [refused('conflict'), pl.failures['changed-meanwhile']],
  [refused('proof-needed'), 'Nic się nie zmieniło: zabrakło potwierdzenia, że to Ty.'],
])('what went wrong is said, and the list is read again: %o', async (answer, said) => {
  const { asked } = await openPage([OLA, MAREK], { 'POST /api/desk/people/a2/disabled': () => answer });
  const before = asked.length;
  press('Wyłącz Marek Król');
  press('Tak, wyłącz');
  await screen.findByText(plain(said));
  expect(asked.slice(before).at(-1)).toMatchObject({ method: 'GET', path: '/api/desk/people' });
});

test('an agent who comes by an address is told whose page it is, and nothing is asked for', () => {
  const pretended = aPretendedService({});
  render(<PeoplePage model={aDesk('agent')} http={pretended.http} id={null} />);
  screen.getByText('Osoby widzą i zmieniają tylko administratorzy.');
  expect(screen.queryByRole('button', { name: 'Dodaj osobę' })).toBe(null);
});
