import { afterEach, beforeEach, expect, test } from 'vitest';
import { setSettingCommand, showSettingsCommand } from '../../src/commands/settings.ts';
import type { Setting } from '../../src/contract/shops/settings.ts';
import { readVendorSettings } from '../../src/vendor-settings/vendor-settings.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { FIRST_SETTINGS, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
let terminal: ReturnType<typeof collectingTerminal>;
beforeEach(async () => {
  temporary = await temporaryStore();
  terminal = collectingTerminal();
});
afterEach(() => temporary.discard());

const set = (name: Setting, value: string) => setSettingCommand(temporary.store, terminal, FIRST_SETTINGS, name, value);

test('the list says what shops get, and from where', async () => {
  await set('email', 'help@shopgold.pl');
  await set('phone', '');
  const list = collectingTerminal();
  expect(await showSettingsCommand(temporary.store, list, FIRST_SETTINGS)).toBe(0);
  expect(list.lines).toEqual([
    'USTAWIENIE        WARTOŚĆ              ZMIANA',
    'opening-hours     mon-fri 08:00-16:00  ze środowiska',
    'email             help@shopgold.pl     22.11.2026, 10:00 operator',
    'phone             brak                 22.11.2026, 10:00 operator',
    'rules             brak                 ze środowiska',
    'renewal           brak                 ze środowiska',
    'privacy           brak                 ze środowiska',
    'updates           brak                 ze środowiska',
    'second-factor     optional             ze środowiska',
    'signature         brak                 ze środowiska',
    'versions current  brak',
  ]);
});

test('what is set counts at once, and is in the trail as the operator’s', async () => {
  expect(await set('opening-hours', 'mon-sat 09:00-17:00')).toBe(0);
  const { openingHours } = await readVendorSettings(temporary.store, FIRST_SETTINGS);
  expect(openingHours).toMatchObject([{ from: 0, to: 5 }]);
  const rows = await temporary.store.selectFrom('audit').selectAll().execute();
  expect(rows.map(({ actor, details }) => [actor, JSON.parse(details)])).toEqual([
    ['operator', { name: 'opening-hours', from: 'mon-fri 08:00-16:00', to: 'mon-sat 09:00-17:00' }],
  ]);
});

test.each<[Setting, string]>([
  ['opening-hours', 'pon-pt 8-16'],
  ['email', 'pomoc'],
  ['phone', 'x'.repeat(101)],
  ['rules', 'javascript:alert(1)'],
  ['email', ''],
  ['signature', 'x'.repeat(301)],
])('%s cannot become %j', async (name, value) => {
  expect(await set(name, value)).toBe(1);
  expect(terminal.errors).toHaveLength(1);
  expect(await temporary.store.selectFrom('settings').selectAll().execute()).toEqual([]);
});
