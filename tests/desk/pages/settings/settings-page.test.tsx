import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SettingsPage } from '../../../../desk/pages/settings/SettingsPage.tsx';
import { en } from '../../../../desk/pages/settings/words/en.ts';
import { pl } from '../../../../desk/pages/settings/words/pl.ts';
import { SETTINGS, type SettingValues } from '../../../../src/contract/shops/settings.ts';
import { HOSTILE_STRINGS } from '../../../support/hostile-strings.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { shapeOf } from '../shape-of.ts';

const FIRST: SettingValues = {
  'opening-hours': 'mon-fri 08:00-16:00',
  email: 'pomoc@shopgold.pl',
  phone: '+48 22 000 00 00',
  rules: null,
  renewal: null,
  privacy: null,
  updates: null,
  'second-factor': 'optional',
  signature: null,
};

interface Options {
  role?: string;
  values?: SettingValues;
  entries?: object[];
  change?: () => Pretended;
}

async function openPage({
  role = 'admin',
  values = FIRST,
  entries = [],
  change = () => ({ body: null }),
}: Options = {}) {
  const service = { values, version: '10.5.0' };
  const changed = { at: '2026-11-22T09:05:00Z', by: { id: 'a2', name: 'Jan Kos' } };
  const pretended = aPretendedService({
    'GET /api/desk/settings': () => ({
      body: {
        settings: SETTINGS.map((name) => ({
          name,
          value: service.values[name],
          changed: name === 'email' ? changed : null,
        })),
        currentVersion: service.version,
      },
    }),
    'GET /api/desk/settings/history': () => ({ body: { entries, next: null } }),
    'POST /api/desk/settings': change,
    'POST /api/desk/version': change,
  });
  const desk = aDesk(role);
  render(<SettingsPage model={desk} http={pretended.http} id={null} />);
  await screen.findByText('Historia zmian');
  return { ...pretended, service, desk };
}

const form = (name: string) => within(screen.getByRole('region', { name }));
const contacts = () => form('Kontakt i\u00a0linki');
const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const type = (into: HTMLElement, value: string) => fireEvent.input(into, { target: { value } });

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test('only what was changed is sent, with what stood there; an emptied link is none', async () => {
  const { told, service } = await openPage({ values: { ...FIRST, rules: 'https://a.pl' } });
  type(field(/^E-mail pomocy/), ' help@shopgold.pl ');
  type(field(/^Zasady/), '');
  service.values = { ...FIRST, email: 'help@shopgold.pl' };
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz' }));
  await contacts().findByText('Zapisano.');
  expect(told('/api/desk/settings').map(({ body }) => body)).toEqual([
    {
      changes: [
        { name: 'email', from: 'pomoc@shopgold.pl', to: 'help@shopgold.pl' },
        { name: 'rules', from: 'https://a.pl', to: null },
      ],
    },
  ]);
  expect(field(/^E-mail pomocy/).value).toBe('help@shopgold.pl');
});

test('what cannot be used is said at its field, which gets the focus, and nothing is sent', async () => {
  const { told } = await openPage();
  type(field(/^Zasady/), 'javascript:alert(1)');
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz' }));
  await screen.findByText('Adres strony zaczyna się od https:// albo http://.');
  expect(document.activeElement).toBe(field(/^Zasady/));
  expect(field(/^Zasady/).ariaInvalid).toBe('true');
  expect(told('/api/desk/settings')).toEqual([]);
});

test('over a change of somebody else’s nothing is saved: what is now is shown, what is typed stays, the next press goes over it', async () => {
  const { told, service } = await openPage({ change: () => refused('conflict') });
  type(field(/^Telefon/), '+48 600 000 000');
  service.values = { ...FIRST, phone: '+48 700 000 000' };
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz' }));
  await contacts().findByText('Nie zapisano.');
  await contacts().findByText('+48 700 000 000');
  expect(field(/^Telefon/).value).toBe('+48 600 000 000');
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz mimo to' }));
  await expect
    .poll(() => told('/api/desk/settings').map(({ body }) => body))
    .toEqual([
      { changes: [{ name: 'phone', from: '+48 22 000 00 00', to: '+48 600 000 000' }] },
      { changes: [{ name: 'phone', from: '+48 700 000 000', to: '+48 600 000 000' }] },
    ]);
  fireEvent.click(contacts().getByRole('button', { name: 'Zostaw tak, jak jest' }));
  await expect.poll(() => field(/^Telefon/).value).toBe('+48 700 000 000');
});

test('when nobody answers, what is typed stays', async () => {
  await openPage({ change: () => SILENCE });
  type(field(/^Wersja$/), '10.6.0');
  const version = form('Bieżąca wersja programu');
  fireEvent.click(version.getByRole('button', { name: 'Zapisz' }));
  await version.findByText(/Brak połączenia/);
  expect(field(/^Wersja$/).value).toBe('10.6.0');
});

test('when the answer was lost and the change was not, it is saved', async () => {
  const { service } = await openPage({
    change: () => {
      service.version = '10.6.0';
      return SILENCE;
    },
  });
  type(field(/^Wersja$/), '10.6.0');
  const version = form('Bieżąca wersja programu');
  fireEvent.click(version.getByRole('button', { name: 'Zapisz' }));
  await version.findByText('Zapisano.');
  expect(version.queryByText(/Brak połączenia/)).toBeNull();
});

test('what is typed while it is saved stays, and is saved by the next press', async () => {
  const { told, service } = await openPage({
    change: () => {
      type(field(/^E-mail pomocy/), 'nowe@shopgold.pl');
      service.values = { ...FIRST, email: 'help@shopgold.pl' };
      return { body: null };
    },
  });
  type(field(/^E-mail pomocy/), 'help@shopgold.pl');
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz' }));
  await expect.poll(() => told('/api/desk/settings')).toHaveLength(1);
  await expect.poll(() => contacts().queryByText('Zapisywanie…')).toBeNull();
  expect(field(/^E-mail pomocy/).value).toBe('nowe@shopgold.pl');
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz' }));
  await expect
    .poll(() => told('/api/desk/settings')[1]?.body)
    .toEqual({ changes: [{ name: 'email', from: 'help@shopgold.pl', to: 'nowe@shopgold.pl' }] });
});

test('hours are set day by day, shown in both languages, and sent as they are stored', async () => {
  const { told } = await openPage();
  const hours = form('Godziny pracy');
  fireEvent.click(hours.getByRole('button', { name: 'Dodaj godziny: Sobota' }));
  type(await hours.findByLabelText('Sobota, otwarcie 1'), '09:30');
  await hours.findByText('pon.–pt. 8:00–16:00, sob. 9:30–16:00');
  await hours.findByText('Mon–Fri 8:00–16:00, Sat 9:30–16:00');
  fireEvent.click(hours.getByRole('button', { name: 'Usuń: Piątek 08:00–16:00' }));
  fireEvent.click(hours.getByRole('button', { name: 'Zapisz' }));
  await expect
    .poll(() => told('/api/desk/settings').map(({ body }) => body))
    .toEqual([
      {
        changes: [{ name: 'opening-hours', from: 'mon-fri 08:00-16:00', to: 'mon-thu 08:00-16:00, sat 09:30-16:00' }],
      },
    ]);
});

test('hours that are not complete, or overlap, are not sent', async () => {
  const { told } = await openPage();
  const hours = form('Godziny pracy');
  fireEvent.click(hours.getByRole('button', { name: 'Dodaj godziny: Poniedziałek' }));
  await hours.findByText('Godziny są jeszcze niepełne.');
  fireEvent.click(hours.getByRole('button', { name: 'Zapisz' }));
  await hours.findByText(/Każdy przedział musi mieć otwarcie/);
  type(hours.getByLabelText('Poniedziałek, otwarcie 2'), '15:00');
  type(hours.getByLabelText('Poniedziałek, zamknięcie 2'), '18:00');
  fireEvent.click(hours.getByRole('button', { name: 'Zapisz' }));
  await hours.findByText(/Każdy przedział musi mieć otwarcie/);
  expect(told('/api/desk/settings')).toEqual([]);
});

test('an agent reads the settings and why only admins change them', async () => {
  await openPage({ role: 'agent' });
  expect(screen.getByText(/Ustawienia zmienia administrator/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Zapisz' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Dodaj godziny/ })).toBeNull();
  expect([...document.querySelectorAll('input')].every(({ readOnly, disabled }) => readOnly || disabled)).toBe(true);
  expect(contacts().getByText('Ostatnia zmiana: 22.11.2026, 10:05, Jan Kos')).toBeTruthy();
});

test('hostile values stay text, in fields and in the history', async () => {
  const hostile = HOSTILE_STRINGS.filter((text) => text.length <= 2000).slice(0, 200);
  const by = { id: 'a2', name: '<img src=x onerror=alert(1)>' };
  const entries = hostile.map((text, id) => ({
    id,
    at: '2026-11-22T09:05:00Z',
    by,
    action: 'settings.changed',
    subject: text,
    from: text,
    to: null,
  }));
  await openPage({ values: { ...FIRST, phone: '"><script>alert(1)</script>' }, entries });
  expect(field(/^Telefon/).value).toBe('"><script>alert(1)</script>');
  await expect.poll(() => document.querySelectorAll('tbody tr').length).toBe(hostile.length);
  const rows = [...document.querySelectorAll('tbody tr')];
  expect(rows.map((row) => row.children[3]?.textContent)).toEqual(hostile);
  expect(document.querySelectorAll('tbody :is(img, script, svg, iframe)')).toHaveLength(0);
});

test('what does not fit is kept, says how much too long it is, and is not saved', async () => {
  const { asked } = await openPage();
  type(field(/^Telefon na awarie/), '1'.repeat(103));
  const said = await screen.findByText(/za długi o 3 znaki/);
  expect(field(/^Telefon na awarie/).getAttribute('aria-describedby')).toBe(said.id);
  fireEvent.click(contacts().getByRole('button', { name: 'Zapisz' }));
  await expect.poll(() => document.activeElement).toBe(field(/^Telefon na awarie/));
  expect([field(/^Telefon na awarie/).value.length, asked.filter(({ method }) => method === 'POST')]).toEqual([
    103,
    [],
  ]);
});

test('the signature has lines of its own, and the desk reads it again once it is saved', async () => {
  const { told, service, desk } = await openPage();
  const replies = () => form('Odpowiedzi z\u00a0biurka');
  type(field(/^Podpis/), 'Pozdrawiam\n{agent}, pomoc sklepu\n');
  service.values = { ...FIRST, signature: 'Pozdrawiam\n{agent}, pomoc sklepu' };
  expect(desk.readMacros).not.toHaveBeenCalled();
  fireEvent.click(replies().getByRole('button', { name: 'Zapisz' }));
  await replies().findByText('Zapisano.');
  expect(told('/api/desk/settings').map(({ body }) => body)).toEqual([
    { changes: [{ name: 'signature', from: null, to: 'Pozdrawiam\n{agent}, pomoc sklepu' }] },
  ]);
  await expect.poll(() => desk.readMacros.mock.calls.length).toBe(1);
});
