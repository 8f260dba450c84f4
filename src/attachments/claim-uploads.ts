import type { FieldError } from '../contract/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { claimUpload, findUpload, type UploadRow } from '../store/uploads.ts';

/** A request names an upload that is missing, incomplete, somebody else's, or claimed by another message. */
export interface UnknownUpload {
  outcome: 'refused';
  code: 'invalid-request';
  errors: FieldError[];
}

/**
 * The owners whose uploads a caller may claim: the holder of a ticket's token or link, or anybody with a session of a shop. An
 * anonymous caller owns none.
 */
export function ownerOf(caller: Caller): string[] {
  if (caller.kind === 'token') return [`token:${caller.tokenHash}`];
  if (caller.kind === 'link') return [`link:${caller.number}`];
  return caller.kind === 'session' ? [`shop:${caller.shopId}`] : [];
}

const OF_AGENT = 'agent:';

/** The owner of what an agent uploads at the desk. @param agent the agent's id */
export function ownerOfAgent(agent: string): string {
  return `${OF_AGENT}${agent}`;
}

/** Whether an owner is an agent. */
export function isOfAgent(owner: string): boolean {
  return owner.startsWith(OF_AGENT);
}

/**
 * Locks uploads, always in the same order: two messages that name the same files in different order would wait for each
 * other. A transaction that also takes the ticket counter locks its uploads first, so that no shop waits for another's
 * files.
 */
export async function takeUploads(transaction: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) await lock(transaction, `upload:${id}`);
}

/** Claims uploads for a message, in their order. The caller must roll back the transaction on a refusal. */
export async function claimUploads(
  transaction: Store,
  claim: { attachments: readonly string[]; owners: readonly string[]; shopId: number; messageId: number },
): Promise<UploadRow[] | UnknownUpload> {
  const claimed: UploadRow[] = [];
  for (const [place, id] of claim.attachments.entries()) {
    const upload = (await claimUpload(transaction, { ...claim, id, place })) && (await findUpload(transaction, id));
    if (!upload) return unknownUpload(place);
    claimed.push(upload);
  }
  return claimed;
}

function unknownUpload(place: number): UnknownUpload {
  const error: FieldError = { path: `attachments.${place}`, code: 'not-uploaded' };
  return { outcome: 'refused', code: 'invalid-request', errors: [error] };
}
