import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import { exceedsPixels, pictureSize } from '../contract/files/picture-size.ts';
import type { UploadState } from '../contract/files/put-upload.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { fitsQuota } from '../policy/upload-quota.ts';
import { recogniseShop } from '../shops/recognise-shop.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import {
  findPart,
  findUpload,
  insertPart,
  insertUpload,
  setPictureSize,
  storedFiles,
  type UploadRow,
} from '../store/uploads.ts';
import { ownerOf } from './claim-uploads.ts';
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
  identity: { supportNumber: string; installUrl: string };
}

/** The state of the upload, or why the part was refused. `received` is the offset to continue at. */
export type PartReceived =
  | { outcome: 'received'; upload: UploadState }
  | { outcome: 'refused'; code: ProblemCode; received?: number; errors?: FieldError[] };

/**
 * Stores one part of a file. Parts come in order; the same bytes again are accepted, so a client that does not know
 * whether a part arrived may send it again. A message claims the file later; otherwise it is deleted after a day.
 */
export async function receivePart(
  { store, now }: { store: Store; now: () => Temporal.Instant },
  part: FilePart,
  sender: Sender,
): Promise<PartReceived> {
  const [owner] = ownerOf(sender.caller);
  if (!owner) return { outcome: 'refused', code: 'unauthorised' };
  if (part.total > ATTACHMENTS.fileBytes) return { outcome: 'refused', code: 'too-large' };
  if (!isWholePart(part)) return wrongRange();
  const shopId = await shopOf(store, sender, now());
  if (shopId === null) return { outcome: 'refused', code: 'shop-unrecognised' };
  const type = part.start === 0 ? await fileKind(part.content, part.name) : 'unknown';
  if (!type) return { outcome: 'refused', code: 'file-kind-refused' };
  // Of a picture the first part tells nearly always. Of a later part it is asked when the file is whole.
  const size = isPicture(type) ? pictureSize(part.content) : null;
  if (size && exceedsPixels(size)) return { outcome: 'refused', code: 'pixels-exceeded' };

  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `upload:${part.id}`);
    const begun = await findUpload(transaction, part.id);
    if (begun) return goOn(transaction, begun, owner, part);
    if (part.start > 0) return { outcome: 'refused', code: 'conflict', received: 0 };
    // One lock for the whole quota: two shops must not both take the last free megabyte.
    await lock(transaction, 'upload-quota');
    const kind = owner.slice(0, owner.indexOf(':') + 1);
    if (!fitsQuota(part.total, await storedFiles(transaction, shopId, kind))) {
      return { outcome: 'refused', code: 'quota-exceeded' };
    }
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
      standing: sender.caller.kind === 'session' ? 'proven' : 'usual',
      address_hash: null,
      scan: 'none',
      freed_at: null,
    };
    await insertUpload(transaction, upload);
    return goOn(transaction, upload, owner, part);
  });
}

/** Whether a part has a valid offset and length; the number of a part follows from its offset. */
function isWholePart({ start, total, content }: FilePart): boolean {
  const { partBytes } = ATTACHMENTS;
  return start < total && start % partBytes === 0 && content.length === Math.min(partBytes, total - start);
}

async function shopOf(store: Store, { caller, identity }: Sender, now: Temporal.Instant): Promise<number | null> {
  if (caller.kind === 'session') return caller.shopId;
  return (await recogniseShop(store, identity, now))?.shop.id ?? null;
}

async function goOn(transaction: Store, upload: UploadRow, owner: string, part: FilePart): Promise<PartReceived> {
  if (upload.owner !== owner) return { outcome: 'refused', code: 'not-found' };
  const conflict = { outcome: 'refused', code: 'conflict', received: upload.received } as const;
  if (upload.bytes !== part.total || part.start > upload.received) return conflict;
  const number = part.start / ATTACHMENTS.partBytes;
  if (part.start < upload.received) {
    const stored = await findPart(transaction, upload.id, number);
    return stored && Buffer.compare(stored, part.content) === 0 ? received(upload, upload.received) : conflict;
  }
  const isWhole = part.start + part.content.length === upload.bytes;
  if (isWhole && number > 0 && isPicture(upload.type) && upload.width === null) {
    const size = pictureSize(await wholeFile(transaction, upload.id, part));
    if (size && exceedsPixels(size)) return { outcome: 'refused', code: 'pixels-exceeded' };
    if (size) await setPictureSize(transaction, upload.id, size);
  }
  await insertPart(transaction, { upload_id: upload.id, part: number, content: part.content });
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
