import { shopAddress } from '../policy/shop-address.ts';
import type { AddressRefused } from '../shops/address-refusal.ts';
import { listAddresses } from '../shops/list-addresses.ts';
import { changeShopAddress } from '../shops/move-shop.ts';
import { addPanelAddress, endShopAddress } from '../shops/panel-address.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber, type ShopRow } from '../store/shops.ts';
import { unknownShop } from './shop-secret.ts';
import { printable, type Terminal, table } from './terminal.ts';

/** What to do with a shop's addresses; nothing lists them. */
export interface AddressChange {
  add?: string;
  move?: string;
  end?: string;
}

const KIND_WORDS = { shop: 'sklep', panel: 'panel', former: 'dawny' };

/** `pomoc shops addresses NUMBER [--add URL | --move URL | --end URL]`; returns the exit code. */
export async function shopAddressesCommand(
  store: Store,
  terminal: Terminal,
  supportNumber: string,
  { add, move, end }: AddressChange,
): Promise<number> {
  const shop = await findShopByNumber(store, supportNumber);
  if (!shop) return unknownShop(terminal, supportNumber);
  const deps = { store, now: terminal.now };
  if (add) return told(terminal, await addPanelAddress(deps, { shop: shop.id, address: add }, 'operator'));
  if (move) return told(terminal, await changeShopAddress(deps, { shop: shop.id, address: move }, 'operator'));
  if (end) return endAddress(store, terminal, shop, end);
  const rows = (await listAddresses(store, shop.id, terminal.now())).map(({ kind, address, since, until, counts }) => [
    KIND_WORDS[kind],
    printable(address),
    since,
    until ?? '',
    counts ? '' : 'ma go teraz inny sklep',
  ]);
  for (const line of table([['RODZAJ', 'ADRES', 'OD', 'DO', ''], ...rows])) terminal.print(line);
  return 0;
}

/** Ends the address that is written so, or otherwise the one on that host and path. */
async function endAddress(store: Store, terminal: Terminal, shop: ShopRow, url: string): Promise<number> {
  const held = await listAddresses(store, shop.id, terminal.now());
  const wanted = shopAddress(url);
  const isWanted = (address: string) => {
    const one = shopAddress(address);
    return one !== null && one.host === wanted?.host && one.path === wanted.path;
  };
  const found = held.find(({ address }) => address === url) ?? held.find(({ address }) => isWanted(address));
  if (!found) {
    terminal.printError(printable(`Sklep ${shop.support_number} nie ma adresu „${url}”.`));
    return 1;
  }
  const ended = await endShopAddress({ store, now: terminal.now }, { shop: shop.id, address: found.id }, 'operator');
  return told(terminal, ended);
}

function told(terminal: Terminal, done: { outcome: string } | AddressRefused): number {
  if (!('code' in done)) {
    terminal.print('Zapisano.');
    return 0;
  }
  terminal.printError(printable(reasonOf(done)));
  return 1;
}

function reasonOf({ code, errors, shop }: AddressRefused): string {
  switch (code) {
    case 'address-taken':
      return `Ten adres ma już sklep ${shop?.name}.`;
    case 'conflict':
      return 'To bieżący adres sklepu: nie da się go zakończyć, tylko zmienić (--move).';
    case 'not-found':
      return 'Tego sklepu już nie ma.';
    case 'invalid-request':
      return errors?.[0]?.code === 'not-allowed'
        ? 'Taki adres zna tylko jeden komputer lub sieć.'
        : 'To nie jest adres strony.';
  }
}
