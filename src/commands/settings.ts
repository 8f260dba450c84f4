import type { Setting } from '../contract/shops/settings.ts';
import type { Store } from '../store/open.ts';
import { changeSettings } from '../vendor-settings/change-settings.ts';
import { listSettings } from '../vendor-settings/list-settings.ts';
import type { VendorSettings } from '../vendor-settings/vendor-settings.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { clock } from './words.ts';

/** `pomoc settings show`: all settings in force, and who set them last; returns the exit code. */
export async function showSettingsCommand(store: Store, terminal: Terminal, first: VendorSettings): Promise<number> {
  const { settings, currentVersion } = await listSettings(store, first);
  const rows = settings.map(({ name, value, changed }) => [
    name,
    printable(value ?? 'brak'),
    changed ? `${clock(changed.at)} ${printable(changed.by.name ?? changed.by.id)}` : 'ze środowiska',
  ]);
  const version = ['versions current', currentVersion ?? 'brak', ''];
  for (const line of table([['USTAWIENIE', 'WARTOŚĆ', 'ZMIANA'], ...rows, version])) terminal.print(line);
  return 0;
}

/**
 * `pomoc settings set NAME VALUE`: overrides the environment and the value set at the desk; returns the exit code.
 * @param value the empty text empties the setting
 */
export async function setSettingCommand(
  store: Store,
  terminal: Terminal,
  first: VendorSettings,
  name: Setting,
  value: string,
): Promise<number> {
  const { settings } = await listSettings(store, first);
  const from = settings.find((setting) => setting.name === name)?.value ?? null;
  const to = value.trim() || null;
  const changed = await changeSettings(store, first, [{ name, from, to }], 'operator', terminal.now());
  switch (changed.outcome) {
    case 'changed':
      terminal.print(`Ustawiono ${name}: ${printable(to ?? 'brak')}`);
      return 0;
    case 'conflict':
      terminal.printError('Ktoś zmienił to w tej samej chwili. Sprawdź: pomoc settings show.');
      return 1;
    case 'unfit':
      terminal.printError(UNFIT_WORDS[name]);
      return 1;
  }
}

const LINK = 'Adres strony zaczyna się od https:// albo http://.';

const UNFIT_WORDS: Record<Setting, string> = {
  'opening-hours': 'Godziny mają postać „mon-fri 08:00-16:00, sat 09:00-13:00” i nie mogą się nakładać.',
  email: 'To nie jest adres e-mail.',
  phone: 'Telefon to jeden wiersz, do 100 znaków.',
  rules: LINK,
  renewal: LINK,
  privacy: LINK,
  updates: LINK,
  'second-factor': 'Możliwe są: optional (wymagane od administratorów) i required (wymagane od wszystkich).',
  signature: 'Podpis ma do 300 znaków; {agent} zastępuje imię i nazwisko odpowiadającego.',
};
