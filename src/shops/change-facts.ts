import { type ChangeFactsRequest, FACTS_OF_AGENTS } from '../contract/desk/change-shop.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findShopOrNull, shopWords, updateFacts } from '../store/shops.ts';
import { ADDRESS_LOCK } from './move-shop.ts';
import { recordChanges } from './record-changes.ts';
import { factChanges, toColumns, toRecord } from './shop-record.ts';

/**
 * Changes what the registry says of a shop, with its history, unless somebody changed it since the agent read it.
 * @param agent who changes it; all but the installation and the note is for admins
 */
export async function changeFacts(
  { store, now }: StoreAndClock,
  shopId: number,
  { revision, facts }: ChangeFactsRequest,
  agent: { id: string; role: string },
): Promise<
  { outcome: 'changed' } | { outcome: 'refused'; code: Extract<ProblemCode, 'not-found' | 'forbidden' | 'conflict'> }
> {
  return store.transaction().execute(async (transaction) => {
    // A shop that moves meanwhile is found by its new address, too: both are among its words.
    await lock(transaction, ADDRESS_LOCK);
    const found = await findShopOrNull(transaction, shopId);
    if (!found) return { outcome: 'refused', code: 'not-found' };
    const { shop } = found;
    const record = { ...toRecord(shop), ...told(facts) };
    const changes = factChanges(shop, record);
    const isTheirs = changes.every(({ field }) => agent.role === 'admin' || FACTS_OF_AGENTS.includes(field));
    if (!isTheirs) return { outcome: 'refused', code: 'forbidden' };
    if (shop.revision !== revision) return { outcome: 'refused', code: 'conflict' };
    if (changes.length === 0) return { outcome: 'changed' };
    // Address, state and version have ways of their own, which do not look at the revision.
    const { install_url: _address, licence_state: _state, shop_version: _version, ...columns } = toColumns(record);
    const words = shopWords({ ...shop, ...columns });
    if (!(await updateFacts(transaction, shopId, revision, { ...columns, words }))) {
      return { outcome: 'refused', code: 'conflict' };
    }
    const by = { at: toInstantText(now()), actor: agent.id };
    await recordChanges(transaction, shopId, changes, by);
    const fields = changes.map(({ field }) => field);
    await appendEvent(transaction, { ...by, action: 'shop.changed', details: { shopId, fields } });
    return { outcome: 'changed' };
  });
}

/** Without what is left out, which would pass for emptied. */
function told(facts: ChangeFactsRequest['facts']): Partial<ReturnType<typeof toRecord>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
