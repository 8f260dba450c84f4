import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import { pictureSize } from '../contract/files/picture-size.ts';
import { exceedsPixels } from '../contract/files/picture-size-limit.ts';
import type { UploadState } from '../contract/files/put-upload.ts';
import type { Standing } from '../contract/lists.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import { raiseAlarm } from '../guard/alarms.ts';
import { isBlocked } from '../guard/blocks.ts';
import { addressHash, type SenderAddress, standingOf } from '../guard/sender.ts';
import type { Caller } from '../identity/caller.ts';
import { isProven } from '../policy/proof.ts';
import { AHEAD_BYTES, countedBytes, fitsQuota, type StoredFiles, uploadAlarms } from '../policy/upload-quota.ts';
import { recogniseShop } from '../shops/recognise-shop.ts';
import { queueForScan } from '../store/file-scans.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findTicket, ticketOfToken } from '../store/tickets.ts';
import {
  filesOfAddress,
  findPart,
  findUpload,
  insertPart,
  insertUpload,
  setPictureSize,
  storedBytes,
  type UploadRow,
  unclaimedFiles,
} from '../store/uploads.ts';
import { isOfAgent, ownerOf } from './claim-uploads.ts';
import { fileKind } from './file-kind.ts';

/** One part of a file: which bytes of how many. */
export interface FilePart {
  id: string;
  name: string;
  /** offset of the first byte */
  start: number;
  /** length of the whole file */
  total: number;
  content: Uint8Array;
}

/** The sender: without a session of a shop, the shop must be named. */
export interface Sender {
  caller: Caller;
  /** what came beside a ticket's token: a session of the shop proves its sender, and owns nothing; null for nothing */
  beside?: Caller | null;
  /** null where limits are off: then no address is new */
  address: SenderAddress | null;
  /** the shop that is named; null when none is */
  identity: { supportNumber: string; installUrl: string } | null;
}

/** What it takes to receive files. */
export interface ReceiveDeps extends StoreAndClock {
  /** the key of keyed hashes */
  hashKey: Uint8Array;
  /** told that a file waits for it; null where files are not looked at */
  scanner: { wake: () => void } | null;
}

/** Why a part was refused. `received` is the offset to continue at. */
export interface PartRefused {
  outcome: 'refused';
  code: ProblemCode;
  received?: number;
  errors?: FieldError[];
}

/** The state of the upload, or why the part was refused. */
export type PartReceived = { outcome: 'received'; upload: UploadState } | PartRefused;

/**
 * Stores one part of a file. Parts come in order; the same bytes again are accepted, so a client that does not know
 * whether a part arrived may send it again. A message claims the file later; otherwise it is deleted after a day.
 */
export async function receivePart(deps: ReceiveDeps, part: FilePart, sender: Sender): Promise<PartReceived> {
  const [owner] = ownerOf(sender.caller);
  if (!owner) return { outcome: 'refused', code: 'unauthorised' };
  return storePart(deps, part, {
    owner,
    shopOf: () => shopOf(deps.store, sender, deps.now()),
    whoSends: (transaction, shopId) => whoSends(transaction, { ...sender, shopId }, deps.hashKey, deps.now()),
  });
}

/** Whose a file is. */
export interface Origin {
  /** who may claim it, see `UploadsTable` */
  owner: string;
  /** the shop that it is for, or why there is none */
  shopOf: () => Promise<{ outcome: 'known'; shopId: number } | PartRefused>;
  /** the share of the quotas that a new file counts to, or why it may not begin */
  whoSends: (transaction: Store, shopId: number) => Promise<SenderKnown | PartRefused>;
}

type SenderKnown = { outcome: 'known'; standing: Standing; addressHash: string | null };

/** Stores one part of a file, whoever sends it: of kind, size and quotas the same is asked. */
export async function storePart(
  { store, now, scanner }: Pick<ReceiveDeps, 'store' | 'now' | 'scanner'>,
  part: FilePart,
  { owner, ...origin }: Origin,
): Promise<PartReceived> {
  if (part.total > ATTACHMENTS.fileBytes) return { outcome: 'refused', code: 'too-large' };
  if (!isWholePart(part)) return wrongRange();
  const shop = await origin.shopOf();
  if (shop.outcome === 'refused') return shop;
  const { shopId } = shop;
  const type = part.start === 0 ? await fileKind(part.content, part.name) : 'unknown';
  if (!type) return { outcome: 'refused', code: 'file-kind-refused' };
  // Of a picture the first part tells nearly always. Of a later part it is asked when the file is whole.
  const size = isPicture(type) ? pictureSize(part.content) : null;
  if (size && exceedsPixels(size)) return { outcome: 'refused', code: 'pixels-exceeded' };

  const outcome = await store.transaction().execute(async (transaction): Promise<PartReceived> => {
    await lock(transaction, `upload:${part.id}`);
    const begun = await findUpload(transaction, part.id);
    if (begun) return goOn(transaction, begun, owner, part, { now: now(), isScanned: scanner !== null });
    if (part.start > 0) return { outcome: 'refused', code: 'conflict', received: 0 };
    const known = await origin.whoSends(transaction, shopId);
    if (known.outcome === 'refused') return known;
    // One lock for what all shops share: two must not both take the last free megabyte.
    await lock(transaction, 'upload-quota');
    const upload: UploadRow = {
      id: part.id,
      owner,
      shop_id: shopId,
      name: part.name,
      type,
      bytes: part.total,
      received: 0,
      width: size?.width ?? null,
      height: size?.height ?? null,
      created_at: toInstantText(now()),
      message_id: null,
      place: null,
      standing: known.standing,
      address_hash: known.addressHash,
      scan: 'none',
      scan_failures: 0,
      scan_due_at: null,
      freed_at: null,
      withheld_bytes: null,
    };
    const isFull = await isOverQuota(transaction, upload, { bytes: countedBytes(upload), isNew: true }, now());
    if (isFull) return { outcome: 'refused', code: 'quota-exceeded' };
    await insertUpload(transaction, upload);
    return goOn(transaction, upload, owner, part, { now: now(), isScanned: scanner !== null });
  });
  if (outcome.outcome === 'received' && outcome.upload.received === outcome.upload.bytes) scanner?.wake();
  return outcome;
}

/** Whether a part has a valid offset and length; the number of a part follows from its offset. */
function isWholePart({ start, total, content }: FilePart): boolean {
  const { partBytes } = ATTACHMENTS;
  return start < total && start % partBytes === 0 && content.length === Math.min(partBytes, total - start);
}

/** The shop that a file is for. A session of one shop may not name another. */
async function shopOf(
  store: Store,
  { caller, identity }: Sender,
  now: Temporal.Instant,
): Promise<{ outcome: 'known'; shopId: number } | PartRefused> {
  const own = await ownShopOf(store, caller);
  if (own !== null && !identity) return { outcome: 'known', shopId: own };
  const shopId = identity && (await recogniseShop(store, identity, now))?.shop.id;
  if (!shopId) return { outcome: 'refused', code: 'shop-unrecognised' };
  return own === null || own === shopId ? { outcome: 'known', shopId } : { outcome: 'refused', code: 'shop-mismatch' };
}

/**
 * The share of the quotas that a new file counts to; or that the sender is blocked, or has the token of a ticket of another
 * shop, whose messages could not have the file anyway.
 */
async function whoSends(
  transaction: Store,
  { caller, beside, address, shopId }: Pick<Sender, 'caller' | 'beside' | 'address'> & { shopId: number },
  hashKey: Uint8Array,
  now: Temporal.Instant,
): Promise<SenderKnown | PartRefused> {
  const opened = await ticketOf(transaction, caller);
  if (opened && opened.shop_id !== shopId) return { outcome: 'refused', code: 'shop-mismatch' };
  const isSigned = caller.kind === 'session' || (beside?.kind === 'session' && beside.shopId === shopId);
  const proven = isSigned || (opened !== null && isProven(opened.proof));
  // Who writes on in a ticket that was taken is not kept from its files.
  if (!proven && !opened && (await isBlocked(transaction, { shopId, address: address?.address ?? '' }, now))) {
    return { outcome: 'refused', code: 'sender-blocked' };
  }
  if (!address) return { outcome: 'known', standing: proven ? 'proven' : 'usual', addressHash: null };
  const hash = addressHash(hashKey, shopId, address);
  const standing = await standingOf(transaction, { shopId, isProven: proven, addressHash: hash }, now);
  return { outcome: 'known', standing, addressHash: hash };
}

/** The shop that a caller belongs to, whatever they name; null where they belong to none. */
async function ownShopOf(store: Store, caller: Caller): Promise<number | null> {
  if (caller.kind === 'link') return (await findTicket(store, caller.number))?.shop_id ?? null;
  return caller.kind === 'session' ? caller.shopId : null;
}

/** The ticket that its sender writes on in, if they do. */
async function ticketOf(transaction: Store, caller: Caller) {
  if (caller.kind === 'link') return findTicket(transaction, caller.number);
  return caller.kind === 'token' ? ticketOfToken(transaction, caller.tokenHash) : null;
}

/**
 * Whether a file may not begin, or not grow by so much; raises the alarms that are due. What is stored for good is asked
 * at its beginning only: it outgrows it by no more than the quotas of what waits for a message.
 */
async function isOverQuota(
  transaction: Store,
  { id, owner, shop_id: shopId, standing, address_hash }: UploadRow,
  more: { bytes: number; isNew: boolean },
  now: Temporal.Instant,
): Promise<boolean> {
  if (more.bytes === 0) return false;
  // What waits of an agent's is theirs alone: strangers who fill a shop's quota keep no agent from answering it.
  const whose = isOfAgent(owner) ? { owner } : { shopId };
  await lock(transaction, `upload-quota:${whose.owner ?? shopId}`);
  const waiting = await unclaimedFiles(transaction, whose, AHEAD_BYTES);
  const kept: Partial<StoredFiles> = more.isNew
    ? {
        shopBytes: await storedBytes(transaction, shopId, AHEAD_BYTES),
        totalBytes: await storedBytes(transaction, null, AHEAD_BYTES),
      }
    : {};
  const stored: Partial<StoredFiles> = { ...waiting, ...kept };
  const address = { shopId, addressHash: address_hash ?? '', but: id };
  const ofAddress = await filesOfAddress(transaction, address, AHEAD_BYTES);
  if (!fitsQuota(more, standing, stored, ofAddress)) return true;
  for (const alarm of uploadAlarms(whose.owner ? kept : stored)) {
    await raiseAlarm(transaction, alarm, alarm === 'total-storage' ? null : shopId, now);
  }
  return false;
}

async function goOn(
  transaction: Store,
  upload: UploadRow,
  owner: string,
  part: FilePart,
  { now, isScanned }: { now: Temporal.Instant; isScanned: boolean },
): Promise<PartReceived> {
  if (upload.owner !== owner) return { outcome: 'refused', code: 'not-found' };
  const conflict = { outcome: 'refused', code: 'conflict', received: upload.received } as const;
  if (upload.bytes !== part.total || part.start > upload.received) return conflict;
  const number = part.start / ATTACHMENTS.partBytes;
  if (part.start < upload.received) {
    const stored = await findPart(transaction, upload.id, number);
    return stored && Buffer.compare(stored, part.content) === 0 ? received(upload, upload.received) : conflict;
  }
  const after = { ...upload, received: upload.received + part.content.length };
  const more = { bytes: countedBytes(after) - countedBytes(upload), isNew: false };
  if (await isOverQuota(transaction, upload, more, now)) return { outcome: 'refused', code: 'quota-exceeded' };
  const isWhole = part.start + part.content.length === upload.bytes;
  if (isWhole && number > 0 && isPicture(upload.type) && upload.width === null) {
    const size = pictureSize(await wholeFile(transaction, upload.id, part));
    if (size && exceedsPixels(size)) return { outcome: 'refused', code: 'pixels-exceeded' };
    if (size) await setPictureSize(transaction, upload.id, size);
  }
  await insertPart(transaction, { upload_id: upload.id, part: number, content: part.content });
  if (isWhole && isScanned) await queueForScan(transaction, upload.id, toInstantText(now));
  return received(upload, upload.received + part.content.length);
}

function isPicture(type: string): boolean {
  return type.startsWith('image/');
}

/** A file with its last part, which is not stored yet: some pictures begin with more metadata than a part holds. */
async function wholeFile(transaction: Store, id: string, last: FilePart): Promise<Uint8Array> {
  const file = new Uint8Array(last.total);
  for (let start = 0; start < last.start; start += ATTACHMENTS.partBytes) {
    file.set((await findPart(transaction, id, start / ATTACHMENTS.partBytes)) ?? [], start);
  }
  file.set(last.content, last.start);
  return file;
}

function received({ id, bytes, type }: UploadRow, count: number): PartReceived {
  return { outcome: 'received', upload: { id, received: count, bytes, ...(count === bytes && { type }) } };
}

function wrongRange(): PartReceived {
  return {
    outcome: 'refused',
    code: 'invalid-request',
    errors: [{ path: 'Content-Range', code: 'wrong-format' }],
  };
}
