import { claimUploads, type UnknownUpload } from '../attachments/claim-uploads.ts';
import type { MessageWay } from '../contract/lists.ts';
import type { Message } from '../contract/tickets/message.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMessage } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { MessagesTable } from '../store/tables/tickets.ts';
import { toPublicMessage } from './public-message.ts';

/** What a message carries that came by e-mail, or from the page of a mailed link. */
export interface CameBy {
  via: MessageWay;
  /** the address it came from, in lower case, where that is not the contact's */
  fromAddress?: string | null;
  /** addresses that got a copy */
  copiedTo?: readonly string[];
  /** what the letter quotes */
  quoted?: string | null;
  /** whether the letter is proven to be of the shop's registered address */
  isKnownAddress?: boolean;
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
    from_address: writing.cameBy?.fromAddress ?? null,
    copied_to: writing.cameBy?.copiedTo?.length ? JSON.stringify(writing.cameBy.copiedTo) : null,
    quoted: writing.cameBy?.quoted ?? null,
    is_known_address: writing.cameBy?.isKnownAddress ? (1 as const) : (0 as const),
  };
  const id = await insertMessage(transaction, row);
  const claimed = await claimUploads(transaction, { ...writing, messageId: id });
  return Array.isArray(claimed) ? toPublicMessage({ ...row, id }, claimed) : claimed;
}
