import { dayInWarsaw } from '../policy/warsaw.ts';
import { supportOf } from '../shops/recognise-shop.ts';
import type { Store } from '../store/open.ts';
import { listShops } from '../store/shops.ts';
import { printable, type Terminal, table } from './terminal.ts';

const STATE_WORDS = {
  active: 'pomoc czynna',
  expired: 'po terminie',
  'not-bought-directly': 'kupiony gdzie indziej',
  unrecognised: 'zakończony',
};

/** `pomoc shops list`: every shop with the state of its support today. */
export async function listShopsCommand(store: Store, terminal: Terminal): Promise<void> {
  const today = dayInWarsaw(terminal.now());
  const rows = (await listShops(store)).map(({ shop, packages }) => {
    const support = supportOf({ shop, packages }, today);
    return [
      shop.support_number,
      printable(shop.shop_name),
      printable(shop.install_url),
      printable(shop.edition),
      'firstDay' in support ? 'przed zakupem' : STATE_WORDS[support.state],
      'firstDay' in support ? `od ${support.firstDay}` : support.lastDay ? `do ${support.lastDay}` : '',
    ];
  });
  for (const line of table([['NUMER', 'SKLEP', 'ADRES', 'WERSJA', 'POMOC', ''], ...rows])) terminal.print(line);
}
