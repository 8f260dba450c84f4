import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { AlarmsModel } from '../../../desk/models/alarms-model.ts';
import type { DeskModel } from '../../../desk/models/desk-model.ts';
import { AlarmRow } from '../../../desk/views/AlarmRow.tsx';
import type { DeskAlarm } from '../../../src/contract/desk/alarms.ts';
import { ok, SILENCE } from '../../support/http-answers.ts';

const ZURAW = { id: 7, name: 'Księgarnia Żuraw' };
const SHOP: DeskAlarm = { id: 1, kind: 'shop-tickets', shop: ZURAW, raisedAt: '2026-11-22T07:00:00Z' };
const PAIRS: DeskAlarm = { id: 2, kind: 'unknown-pairs', shop: null, raisedAt: '2026-11-22T06:00:00Z' };

async function showRow(open: DeskAlarm[]) {
  const service = { open, isSilent: false };
  const acknowledgeAlarm = vi.fn(async (id: number) => {
    if (service.isSilent) return SILENCE;
    service.open = service.open.filter((alarm) => alarm.id !== id);
    return ok(null);
  });
  const alarms = new AlarmsModel({ listAlarms: async () => ok(service.open), acknowledgeAlarm });
  const model = {
    alarms,
    now: signal(Date.parse('2026-11-22T09:00:00Z')),
    queueOf: vi.fn(),
    blocking: signal(null),
  } as unknown as DeskModel;
  render(
    <>
      <AlarmRow model={model} />
      <main id="desk-main" tabIndex={-1} />
    </>,
  );
  await alarms.refresh();
  return { service, alarms, model, acknowledgeAlarm };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const row = () => document.querySelector('.alarms')?.textContent ?? null;

test('one alarm says what happened, how much, when, and what may be done', async () => {
  const { model } = await showRow([SHOP]);
  await screen.findByRole('region', { name: 'Alarmy' });
  expect(row()).toContain(
    'Księgarnia Żuraw: zgłoszenia z\u00a0jednej godziny zajęły co\u00a0najmniej 70% limitu, który ma część jego nadawców, o\u00a008:00. Przejrzyj',
  );
  press('Pokaż zgłoszenia');
  expect(model.queueOf).toHaveBeenCalledWith(ZURAW);
  press('Zablokuj…');
  expect(model.blocking.value).toEqual([ZURAW]);
});

test('the same alarm of three hours is one, seen at once', async () => {
  const { acknowledgeAlarm } = await showRow([
    { ...SHOP, id: 5, raisedAt: '2026-11-22T08:30:00Z' },
    { ...SHOP, id: 4, raisedAt: '2026-11-22T07:30:00Z' },
    SHOP,
  ]);
  await screen.findByText(/od 08:00, ostatnio 09:30, 3 razy\./);
  press(/^Widziałem/);
  await expect.poll(row).toBeNull();
  expect(acknowledgeAlarm.mock.calls.map(([id]) => id)).toEqual([5, 4, 1]);
});

test('several are one row that opens; the focus goes on to the next, and at last to the page', async () => {
  await showRow([SHOP, PAIRS]);
  const fold = await screen.findByRole('button', { name: /^2\u00a0alarmy/ });
  expect(fold.textContent).toContain('ostatni 08:00 – Księgarnia Żuraw');
  expect(screen.queryByRole('button', { name: /^Widziałem/ })).toBeNull();
  fireEvent.click(fold);
  screen.getByRole('link', { name: 'Blokady' });
  const seen = screen.getByRole('button', { name: /^Widziałem: Księgarnia/ });
  seen.focus();
  fireEvent.click(seen);
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/^Widziałem: W\u00a0ciągu/);
  fireEvent.click(document.activeElement as HTMLElement);
  await expect.poll(() => document.activeElement?.id).toBe('desk-main');
});

test('an alarm that comes takes the focus from nobody, and is to be announced once', async () => {
  const { service, alarms } = await showRow([]);
  expect(alarms.arrived.value).toEqual([]);
  service.open = [SHOP];
  await alarms.refresh();
  await screen.findByRole('region', { name: 'Alarmy' });
  expect(document.activeElement).toBe(document.body);
  const [told] = alarms.arrived.value;
  expect(told?.ids).toEqual([1]);
  await alarms.refresh();
  expect(alarms.arrived.value[0]).toBe(told);
});

test('without a response it stays, and says so', async () => {
  const { service } = await showRow([SHOP]);
  service.isSilent = true;
  await screen.findByRole('region', { name: 'Alarmy' });
  press(/^Widziałem/);
  await screen.findByText('Brak połączenia. Spróbuj jeszcze raz.');
  service.isSilent = false;
  press(/^Widziałem/);
  await expect.poll(row).toBeNull();
});
