import { claimUploads, type UnknownUpload } from '../attachments/claim-uploads.ts';
import type { LetterProof, MessageWay } from '../contract/lists.ts';
import type { Message } from '../contract/tickets/message.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMessage } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { MessagesTable } from '../store/tables/tickets.ts';
import { namesOfUploads } from '../store/uploads.ts';
import { toPublicMessage } from './public-message.ts';

/** What a message carries that came by e-mail, or from the page of links. */
export interface CameBy {
  via: MessageWay;
  /** of a letter: the address it came from, in lower case, and how far that is proven */
  from?: { address: string; proof: LetterProof };
  /** addresses that got a copy */
  copiedTo?: readonly string[];
  /** what the letter quotes */
  quoted?: string | null;
}

/** A message to be written, with the files that belong to it. */
export interface Writing {
  ticketNumber: string;
  shopId: number;
  sender: MessagesTable['sender'];
  author: string | null;
  text: string;
  position: number;
  /** the merged ticket whose token it is sent with */
  sentUnder?: string | null;
  /** null where it came as its ticket did */
  cameBy?: CameBy | null;
  /** of a reply of ours: addresses that get a copy */
  copiedTo?: readonly string[];
  attachments: readonly string[];
  /** the owners whose uploads it may claim */
  owners: readonly string[];
}

/** Writes a message of the thread and claims its files, or returns the file that cannot be claimed. */
export async function writeMessage(
  transaction: Store,
  writing: Writing,
  at: Temporal.Instant,
): Promise<Message | UnknownUpload> {
  const copies = writing.cameBy?.copiedTo ?? writing.copiedTo ?? [];
  const row = {
    ticket_number: writing.ticketNumber,
    sender: writing.sender,
    author: writing.author,
    text: writing.text,
    sent_at: toInstantText(at),
    position: writing.position,
    merged_from: null,
    sent_under: writing.sentUnder ?? null,
    via: writing.cameBy?.via ?? null,
    from_address: writing.cameBy?.from?.address ?? null,
    from_proof: writing.cameBy?.from?.proof ?? null,
    copied_to: copies.length > 0 ? JSON.stringify(copies) : null,
    quoted: writing.cameBy?.quoted ?? null,
  };
  const names = await namesOfUploads(transaction, writing.attachments);
  const id = await insertMessage(transaction, row, names);
  const claimed = await claimUploads(transaction, { ...writing, messageId: id });
  return Array.isArray(claimed) ? toPublicMessage({ ...row, id }, claimed) : claimed;
}
