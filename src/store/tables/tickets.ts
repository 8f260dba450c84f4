import type { Generated } from 'kysely';
import type { Flag, InstantText } from './columns.ts';

export interface TicketsTable {
  number: string;
  /** the counter's value: the number without its check digit */
  sequence: number;
  shop_id: number;
  channel: 'panel' | 'form' | 'phone' | 'email';
  /** how far it is proven who sent it */
  proof: 'verified' | 'phone' | 'panel' | 'unverified';
  topic: string;
  covered: Flag;
  scope_rule: string | null;
  subject: string;
  status: 'new' | 'in-progress' | 'waiting-for-customer' | 'solved' | 'closed';
  contact_email: string;
  contact_name: string | null;
  contact_phone: string | null;
  /** JSON array of outage facts */
  outage_facts: string;
  /** JSON object of what the browser told with the owner's consent */
  diagnostics: string | null;
  /** SHA-256 of the ticket token, hex */
  token_hash: string;
  /** when an operator took the token's power away */
  token_revoked_at: InstantText | null;
  received_at: InstantText;
  /** when the first customer message came that nobody has answered yet */
  waiting_since: InstantText | null;
  /** by when an answer is promised; null when none is owed or, for e-mail, none is promised */
  answer_by: InstantText | null;
  /** 1 while a customer message waits for an answer: only such tickets stand in the queue */
  queue_waiting: Flag;
  queue_outage: Flag;
  queue_channel_rank: number;
  queue_due_at: InstantText;
  /** the last message, move or note: closing after quiet counts from here */
  changed_at: InstantText;
  closed_at: InstantText | null;
  /** grows with everything a reader of the ticket could notice */
  version: number;
  /** messages the customer can see; notes are not counted */
  message_count: number;
  /** how many of them the customer has seen */
  customer_seen: number;
  /** how many of them somebody of ours has seen */
  agent_seen: number;
  /** the agent who sees to it */
  assignee_id: string | null;
  /** until when it is out of sight; only while no answer is owed */
  snoozed_until: InstantText | null;
  /** the ticket that goes on in its stead, which is never a merged one itself */
  merged_into: string | null;
}

export interface MessagesTable {
  id: Generated<number>;
  ticket_number: string;
  sender: 'customer' | 'agent';
  author: string | null;
  text: string;
  sent_at: InstantText;
  /** its place in the thread the customer sees, from 1; null for an internal note, which no customer ever sees */
  position: number | null;
  /** the ticket it was written to first, if that was merged into this one */
  merged_from: string | null;
}

export interface UploadsTable {
  /** 128 bits made by the browser */
  id: string;
  /** who may claim it: `token:` and a ticket token's hash, or `shop:` and the id of a shop with a session */
  owner: string;
  shop_id: number;
  /** what the sender called the file: data only, never a path */
  name: string;
  /** media type as its first bytes show */
  type: string;
  bytes: number;
  /** bytes stored so far, from the first on */
  received: number;
  created_at: InstantText;
  /** the message that claimed it; null until then */
  message_id: number | null;
  /** its place among that message's files, from 0 */
  place: number | null;
}

export interface UploadPartsTable {
  upload_id: string;
  /** from 0; each but the last is `ATTACHMENTS.partBytes` long */
  part: number;
  content: Uint8Array;
}
