import { addBlock, liftBlock, listBlocks, type NewBlock } from '../guard/blocks.ts';
import { BLOCK_DAYS, LEAST_PREFIX } from '../policy/block.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber } from '../store/shops.ts';
import { unknownShop } from './shop-secret.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { clock } from './words.ts';

/** A block in the operator's options: of a shop by its number, or of a range. */
export interface BlockOptions {
  shop?: string;
  range?: string;
  reason: string;
  hours: number;
}

/** `pomoc blocks add`: keeps out what nothing proves; returns the exit code. */
export async function addBlockCommand(store: Store, terminal: Terminal, options: BlockOptions): Promise<number> {
  const { shop, range, reason, hours } = options;
  if ((shop === undefined) === (range === undefined)) {
    return refuse(terminal, 'Podaj albo --shop, albo --range.');
  }
  const found = shop === undefined ? null : await findShopByNumber(store, shop);
  if (shop !== undefined && !found) return unknownShop(terminal, shop);
  const subject: NewBlock['subject'] = found ? { kind: 'shop', shop: found.id } : { kind: 'range', range: range ?? '' };
  const until = terminal.now().add({ hours });
  const added = await addBlock({ store, now: terminal.now }, { subject, reason, until }, 'operator');
  if (added.outcome === 'added') {
    terminal.print(`Dodano blokadę ${added.id}, do ${clock(until.toString())}.`);
    return 0;
  }
  const isRange = 'errors' in added && added.errors.some(({ path }) => path === 'range');
  return refuse(
    terminal,
    isRange
      ? `To nie jest zakres adresów albo jest zbyt szeroki (IPv4 od /${LEAST_PREFIX.ipv4}, IPv6 od /${LEAST_PREFIX.ipv6}).`
      : `Blokada trwa najwyżej ${BLOCK_DAYS} dni.`,
  );
}

/** `pomoc blocks list`: those that stand, then the last ones that are over. */
export async function listBlocksCommand(store: Store, terminal: Terminal): Promise<number> {
  const rows = (await listBlocks(store, terminal.now())).map((block) => [
    `${block.id}`,
    printable(block.range ?? `sklep ${block.shop?.supportNumber ?? ''}`),
    clock(block.since),
    clock(block.until),
    block.liftedAt ? `zdjęta ${clock(block.liftedAt)}` : block.isActive ? 'trwa' : 'minęła',
    printable(block.addedBy?.name ?? 'operator'),
    printable(block.reason),
  ]);
  for (const line of table([['NR', 'CO', 'OD', 'DO', 'STAN', 'KTO', 'POWÓD'], ...rows])) terminal.print(line);
  return 0;
}

/** `pomoc blocks lift ID`: ends a block at once. */
export async function liftBlockCommand(store: Store, terminal: Terminal, id: number): Promise<number> {
  const lifted = await liftBlock({ store, now: terminal.now }, id, 'operator', true);
  if (lifted.outcome !== 'lifted') return refuse(terminal, `Nie ma trwającej blokady ${id}.`);
  terminal.print(`Zdjęto blokadę ${id}.`);
  return 0;
}

function refuse(terminal: Terminal, reason: string): number {
  terminal.printError(reason);
  return 1;
}
