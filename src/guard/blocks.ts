import type { DeskBlock } from '../contract/desk/blocks.ts';
import type { FieldError } from '../contract/problem.ts';
import { appendEvent } from '../events/append-event.ts';
import { LEAST_PREFIX, mayBlockUntil } from '../policy/block.ts';
import { type BlockRow, blocksFor, findBlock, insertBlock, listBlockRows, updateLifted } from '../store/blocks.ts';
import { maybePublicInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findShopOrNull } from '../store/shops.ts';
import { type AddressRange, parseAddressRange, toBlockList } from './address-range.ts';

/** How many blocks the desk is shown: those that count, and of those that are over the last ones. */
const SHOWN = 100;

/** What is to be kept out, why and until when. */
export interface NewBlock {
  subject: { kind: 'shop'; shop: number } | { kind: 'range'; range: string };
  reason: string;
  until: Temporal.Instant;
}

/** Why a block was not added: there is no such shop, or the range or the end is not as it may be. */
export type NotAdded =
  | { outcome: 'refused'; code: 'not-found' }
  | { outcome: 'refused'; code: 'invalid-request'; errors: FieldError[] };

/**
 * Blocks the unproven senders of a shop, or those of a range of network addresses.
 * @param actor the agent's id, or `operator`
 */
export async function addBlock(
  { store, now }: StoreAndClock,
  { subject, reason, until }: NewBlock,
  actor: string,
): Promise<{ outcome: 'added'; id: number } | NotAdded> {
  if (!mayBlockUntil(until, now())) return invalid('until');
  const range = subject.kind === 'range' ? blockable(subject.range) : null;
  if (subject.kind === 'range' && range === null) return invalid('range');
  const shopId = subject.kind === 'shop' ? subject.shop : null;
  return store.transaction().execute(async (transaction) => {
    if (shopId !== null && !(await findShopOrNull(transaction, shopId)))
      return { outcome: 'refused', code: 'not-found' };
    const at = toInstantText(now());
    const about = { kind: subject.kind, range, until: toInstantText(until) };
    const id = await insertBlock(transaction, { ...about, shop_id: shopId, reason, added_by: actor, since: at });
    const details = { block: id, shopId, ...about };
    await appendEvent(transaction, { at, actor, action: 'block.added', details });
    return { outcome: 'added', id };
  });
}

/**
 * Lifts a block before its end.
 * @param mayLiftRanges whether the actor may also lift what was blocked by its network address
 */
export async function liftBlock(
  { store, now }: StoreAndClock,
  id: number,
  actor: string,
  mayLiftRanges: boolean,
): Promise<{ outcome: 'lifted' } | { outcome: 'refused'; code: 'not-found' | 'forbidden' }> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `block:${id}`);
    const at = toInstantText(now());
    const block = await findBlock(transaction, id, at);
    if (!block) return { outcome: 'refused', code: 'not-found' };
    if (block.kind === 'range' && !mayLiftRanges) return { outcome: 'refused', code: 'forbidden' };
    await updateLifted(transaction, id, { lifted_at: at, lifted_by: actor });
    await appendEvent(transaction, { at, actor, action: 'block.lifted', details: { block: id } });
    return { outcome: 'lifted' };
  });
}

/** The blocks that stand, and after them the last ones that are over. */
export async function listBlocks(store: Store, now: Temporal.Instant): Promise<DeskBlock[]> {
  const blocks = (await listBlockRows(store, SHOWN)).map((row) => toDeskBlock(row, toInstantText(now)));
  return [...blocks.filter(({ isActive }) => isActive), ...blocks.filter(({ isActive }) => !isActive)];
}

/**
 * Whether a sender who is not proven is kept out: by their shop, or by their network address.
 * @param address in its usual form; another text, such as that of callers without a socket, is in no range
 */
export async function isBlocked(
  db: Store,
  { shopId, address }: { shopId: number; address: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { isShopBlocked, ranges } = await blocksFor(db, shopId, toInstantText(now));
  if (isShopBlocked) return true;
  const own = parseAddressRange(address);
  const blocked = ranges.map(parseAddressRange).filter((range): range is AddressRange => range !== null);
  return own !== null && toBlockList(blocked).check(own.address, own.family);
}

/** The range as it is stored; null for one that is none, or too wide. */
function blockable(text: string): string | null {
  const range = parseAddressRange(text.trim());
  if (!range || range.prefix < LEAST_PREFIX[range.family]) return null;
  return `${range.address.toLowerCase()}/${range.prefix}`;
}

function invalid(path: 'until' | 'range'): NotAdded {
  return { outcome: 'refused', code: 'invalid-request', errors: [{ path, code: 'not-allowed' }] };
}

function toDeskBlock(row: BlockRow, now: string): DeskBlock {
  const { id, kind, shop_id, shop_name, support_number, range, reason } = row;
  return {
    id,
    kind,
    shop: shop_id === null ? null : { id: shop_id, name: shop_name ?? '', supportNumber: support_number ?? '' },
    range,
    reason,
    addedBy: row.added_by_name === null ? null : { id: row.added_by, name: row.added_by_name },
    since: toPublicInstant(Temporal.Instant.from(row.since)),
    until: toPublicInstant(Temporal.Instant.from(row.until)),
    liftedAt: maybePublicInstant(row.lifted_at),
    liftedBy:
      row.lifted_by === null || row.lifted_by_name === null ? null : { id: row.lifted_by, name: row.lifted_by_name },
    isActive: row.lifted_at === null && row.until > now,
  };
}
