import type { ApiKey, MadeApiKey, MakeApiKeyRequest } from '../contract/desk/api-keys.ts';
import type { ApiScope } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { agentNames } from '../store/agents.ts';
import {
  type ApiKeyRow,
  allApiKeys,
  findApiKey,
  insertApiKey,
  updateKeyRevoked,
  updateKeyUsed,
} from '../store/api-keys.ts';
import { maybePublicInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { hashToken, newId, newToken } from './token.ts';

/** A system of the vendor, as its key says. */
export interface System {
  /** the id of its key, which the history of shops names */
  id: string;
  scopes: readonly ApiScope[];
}

/** The most valid keys: each of the vendor's systems needs one, and one more while it changes. */
export const MOST_KEYS = 50;

/** How old a note of use may be, in seconds: a system that writes often does not write that each time. */
const USE_SECONDS = 60;

/** Makes a key of a system, which is shown once: only its hash is stored. @returns null with too many valid ones */
export async function makeApiKey(
  { store, now }: StoreAndClock,
  { name, scopes }: MakeApiKeyRequest,
  actor: string,
): Promise<MadeApiKey | null> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'api-keys');
    const valid = (await allApiKeys(transaction)).filter(({ revoked_at }) => revoked_at === null);
    if (valid.length >= MOST_KEYS) return null;
    const [id, key, at] = [newId('r'), newToken('r'), toInstantText(now())];
    const given = [...new Set(scopes)];
    const row = { id, name, scopes: JSON.stringify(given), key_hash: hashToken(key), made_at: at, made_by: actor };
    await insertApiKey(transaction, row);
    await appendEvent(transaction, { at, actor, action: 'api-key.made', details: { key: id, scopes: given } });
    return { id, key };
  });
}

/** Revokes a key at once; false when there is no such valid one. */
export async function revokeApiKey({ store, now }: StoreAndClock, id: string, actor: string): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const at = toInstantText(now());
    if (!(await updateKeyRevoked(transaction, id, { revoked_at: at, revoked_by: actor }))) return false;
    await appendEvent(transaction, { at, actor, action: 'api-key.revoked', details: { key: id } });
    return true;
  });
}

/** The keys, valid ones first, the newest first. */
export async function listApiKeys(db: Store): Promise<ApiKey[]> {
  const rows = await allApiKeys(db);
  const names = await agentNames(db, new Set(rows.map(({ made_by }) => made_by)));
  return rows
    .toSorted((one, other) => Number(one.revoked_at !== null) - Number(other.revoked_at !== null))
    .map(({ id, name, scopes, made_at, made_by, used_at, revoked_at }) => {
      const maker = names.get(made_by);
      return {
        id,
        name,
        scopes: JSON.parse(scopes),
        madeAt: toPublicInstant(Temporal.Instant.from(made_at)),
        madeBy: maker === undefined ? null : { id: made_by, name: maker },
        usedAt: maybePublicInstant(used_at),
        revokedAt: maybePublicInstant(revoked_at),
      };
    });
}

/** The system that an `Authorization` header proves; null for everybody else, also with a revoked key. */
export async function readSystem(
  { store, now }: StoreAndClock,
  authorization: string | undefined,
): Promise<System | null> {
  const key = /^Bearer (r_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
  const row = key ? await findApiKey(store, hashToken(key)) : null;
  if (!row) return null;
  await noteUse(store, row, now());
  return { id: row.id, scopes: JSON.parse(row.scopes) };
}

async function noteUse(store: Store, { id, used_at }: ApiKeyRow, now: Temporal.Instant): Promise<void> {
  const isRecent = used_at !== null && now.since(Temporal.Instant.from(used_at)).total('seconds') < USE_SECONDS;
  if (!isRecent) await updateKeyUsed(store, id, toInstantText(now));
}

/** Whether a system may do what needs a scope: whoever may write may read. */
export function mayDo({ scopes }: System, needed: ApiScope): boolean {
  return scopes.includes(needed) || (needed === 'registry:read' && scopes.includes('registry:write'));
}
