import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SessionsPage } from '../../../../desk/pages/sessions/SessionsPage.tsx';
import { en } from '../../../../desk/pages/sessions/words/en.ts';
import { pl } from '../../../../desk/pages/sessions/words/pl.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { shapeOf } from '../shape-of.ts';

const THIS = { id: 'e_this', label: 'Firefox · Windows', isThis: true };
const OTHER = { id: 'e_other', label: null, isThis: false };

async function openPage(
  password: () => Pretended | Promise<Pretended> = () => ({ body: null }),
  ended?: Promise<void>,
) {
  const at = { begunAt: '2026-11-22T08:00:00.000Z', lastUsedAt: '2026-11-22T08:59:00.000Z' };
  const service = { sessions: [THIS, OTHER] };
  const pretended = aPretendedService({
    'GET /api/desk/sessions': () => ({
      body: { sessions: service.sessions.map((session) => ({ ...session, ...at })) },
    }),
    'DELETE /api/desk/sessions/e_other': async () => {
      await ended;
      service.sessions = [THIS];
      return { body: null };
    },
    'POST /api/desk/password': password,
  });
  render(<SessionsPage model={aDesk()} http={pretended.http} id={null} />);
  await screen.findByText('ta sesja');
  return { ...pretended, service };
}

const typed = (fields: [old: string, fresh: string, repeated: string]) => {
  for (const [index, name] of ['Obecne hasło', 'Nowe hasło', 'Nowe hasło jeszcze raz'].entries()) {
    fireEvent.input(screen.getByLabelText(name), { target: { value: fields[index] } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Zmień hasło' }));
};

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test('sessions that could not be read are read again by a press', async () => {
  const answers: Pretended[] = [SILENCE, { body: { sessions: [] } }];
  const { http, asked } = aPretendedService({ 'GET /api/desk/sessions': () => answers.shift() ?? SILENCE });
  render(<SessionsPage model={aDesk()} http={http} id={null} />);
  await screen.findByText(/nie udało się wczytać sesji/);
  fireEvent.click(screen.getByRole('button', { name: 'Spróbuj ponownie' }));
  await expect.poll(() => screen.queryByText(/nie udało się wczytać sesji/)).toBeNull();
  expect(asked).toHaveLength(2);
});

test('each session says where and when; only the others can be ended one by one', async () => {
  const { told } = await openPage();
  expect([...document.querySelectorAll('.session')].map(({ textContent }) => textContent)).toEqual([
    'Firefox · Windows ta sesjaod 09:00 · ostatnio 09:59',
    'Nieznana przeglądarka od 09:00 · ostatnio 09:59Zakończ',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Zakończ sesję: Nieznana przeglądarka, od 09:00' }));
  await screen.findByText('Sesja zakończona.');
  expect(document.querySelectorAll('.session')).toHaveLength(1);
  expect(document.activeElement?.textContent).toBe('Otwarte sesje');
  expect(told('/api/desk/sessions/e_other')).toHaveLength(1);
});

test('who has moved on before an answer comes keeps the focus where it is', async () => {
  const ended = Promise.withResolvers<void>();
  const changed = Promise.withResolvers<Pretended>();
  await openPage(() => changed.promise, ended.promise);
  const end = screen.getByRole('button', { name: /^Zakończ sesję/ });
  const field = screen.getByLabelText('Nowe hasło');
  end.focus();
  fireEvent.click(end);
  field.focus();
  ended.resolve();
  await screen.findByText('Sesja zakończona.');
  expect(document.activeElement).toBe(field);

  typed(['stare hasło', 'konik na biegunach', 'konik na biegunach']);
  const heading = screen.getByText('Otwarte sesje');
  heading.focus();
  changed.resolve(refused('wrong-password'));
  await screen.findByText('Obecne hasło się nie zgadza.');
  expect(document.activeElement).toBe(heading);
});

test('who ends every session has sent first what waits, and stays where that did not get through', async () => {
  const done: string[] = [];
  let isSent = false;
  const pretended = aPretendedService({
    'GET /api/desk/sessions': () => ({ body: { sessions: [] } }),
    'DELETE /api/desk/sessions': () => {
      done.push('out');
      return SILENCE;
    },
  });
  const desk = aDesk();
  desk.hold.settle = async () => {
    done.push('settled');
    return isSent;
  };
  render(<SessionsPage model={desk} http={pretended.http} id={null} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Wyloguj wszędzie' }));
  await expect.poll(() => done).toEqual(['settled']);
  isSent = true;
  fireEvent.click(screen.getByRole('button', { name: 'Wyloguj wszędzie' }));
  await expect.poll(() => done).toEqual(['settled', 'settled', 'out']);
});

test('a password that is too short, or repeated otherwise, is not sent', async () => {
  const { told } = await openPage();
  typed(['', 'krótkie', 'inne']);
  await screen.findByText('Wpisz obecne hasło.');
  await screen.findByText('Hasło ma mieć od 12 do 200 znaków.');
  await screen.findByText('Nowe hasła się różnią.');
  expect(document.activeElement).toBe(screen.getByLabelText('Obecne hasło'));
  expect(told('/api/desk/password')).toEqual([]);
});

test('a changed password is told, and is in no field any more', async () => {
  const { told, service } = await openPage();
  service.sessions = [THIS];
  typed(['konik na biegunach', 'zielony czajnik', 'zielony czajnik']);
  await screen.findByText('Hasło zmienione. Pozostałe sesje są zakończone.');
  expect(told('/api/desk/password').map(({ body }) => body)).toEqual([
    { oldPassword: 'konik na biegunach', newPassword: 'zielony czajnik' },
  ]);
  expect([...document.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ value }) => value)).toEqual([
    '',
    '',
    '',
  ]);
  await expect.poll(() => document.querySelectorAll('.session').length).toBe(1);
});

test.each<[Pretended, string]>([
  [refused('wrong-password'), 'Obecne hasło się nie zgadza.'],
  [refused('invalid-request'), 'Serwis nie przyjął tego hasła.'],
  [{ outcome: 'unanswered', status: 429, retryAfter: 130 }, 'Za dużo prób. Następna będzie możliwa za 3 minuty.'],
  [SILENCE, 'Brak połączenia. Spróbuj ponownie.'],
])('%j is said in words', async (answer, words) => {
  await openPage(() => answer);
  typed(['konik na biegunach', 'zielony czajnik', 'zielony czajnik']);
  await screen.findByText(words);
  expect(screen.getByLabelText<HTMLInputElement>('Nowe hasło').value).toBe('zielony czajnik');
});
