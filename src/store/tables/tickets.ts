import type { Generated } from 'kysely';
import type {
  Channel,
  FileScan,
  Helped,
  Language,
  LetterProof,
  MessageWay,
  Proof,
  Sender,
  Standing,
  TicketStatus,
  Topic,
  WithoutSupport,
} from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

export interface TicketsTable {
  number: string;
  /** the value of the counter: the number without its check digit */
  sequence: number;
  shop_id: number;
  channel: Channel;
  /** how well the sender is proven */
  proof: Proof;
  /** the proof that it came with, while an agent's word stands in its place */
  proof_sent: Generated<Proof | null>;
  /** the host of the page that sent it, as addresses of shops have it; null when none is known */
  from_host: Generated<string | null>;
  /** 1 when that page is another shop's, and was at that time */
  from_other_shop: Generated<0 | 1>;
  /** what it is about: what its customer chose, or an agent after that */
  topic: Topic;
  /** what its customer chose, once an agent has decided what it is about, be it the same; null until then */
  topic_sent: Generated<Topic | null>;
  /** what the customer said last of our solution; null when they said nothing, or what helped once came back */
  helped: Generated<Helped | null>;
  /** whether the rules cover it, or an agent says so; null while that is undecided, as of a letter */
  covered: 0 | 1 | null;
  /** what an agent says of that; null while the rules decide */
  covered_set: Generated<0 | 1 | null>;
  scope_rule: string | null;
  subject: string;
  /** as its customer wrote it, once an agent has changed it; null until then */
  subject_sent: Generated<string | null>;
  /** the state of the shop's support where the customer's last word was taken without it; null of every other ticket */
  without_support: Generated<WithoutSupport | null>;
  status: TicketStatus;
  contact_email: string;
  contact_name: string | null;
  contact_phone: string | null;
  /** JSON array of outage facts */
  outage_facts: string;
  /** JSON object of diagnostics that the browser sent with the owner's consent */
  diagnostics: string | null;
  /** SHA-256 of the ticket token, hex */
  token_hash: string;
  /** when an operator revoked the token */
  token_revoked_at: InstantText | null;
  received_at: InstantText;
  /** the time of the first customer message without a reply */
  waiting_since: InstantText | null;
  /** the time by which a reply is promised; null when none is owed or, for e-mail, none is promised */
  answer_by: InstantText | null;
  /** 1 while a customer message waits for a reply: only such tickets are in the queue */
  queue_waiting: 0 | 1;
  queue_outage: 0 | 1;
  /** 0 when the sender is proven to be the shop: among outages such a ticket goes before others */
  queue_unproven: 0 | 1;
  /** its place in the section `queue`, by `QUEUE_RANK` of `policy/queue` */
  queue_channel_rank: number;
  /** when its reply is due, in the order of the queue: `answer_by`, or a time used for the order alone */
  queue_due_at: InstantText;
  /** 1 when a reply to what its customer writes is promised; only then it may fall due or be late */
  promised: Generated<0 | 1>;
  /** by when we said that we write again; null when we said no such thing, the customer wrote since, or the ticket is over */
  follow_up_at: Generated<InstantText | null>;
  /** replies to the same question that said so: the second one counts as late in reports; 0 again with a customer's word */
  follow_ups: Generated<number>;
  /**
   * when a ticket that nobody waits for comes back by itself, the earlier of `follow_up_at` and `snoozed_until`; it stays
   * back until an agent or the customer does something. Written by `returnColumns` only
   */
  queue_return_at: Generated<InstantText | null>;
  /** the time of the last message, move or note: automatic closing counts from here */
  changed_at: InstantText;
  closed_at: InstantText | null;
  /** grows with every change that a reader of the ticket could notice */
  version: number;
  /** messages the customer can see; notes are not counted */
  message_count: number;
  /** how many of them the customer has seen */
  customer_seen: number;
  /** how many of them any agent has seen; what each of them has is in `agent_marks` */
  agent_seen: number;
  /** the agent who works on it */
  assignee_id: string | null;
  /** hidden from the list until then; only while no reply is owed */
  snoozed_until: InstantText | null;
  /** when the desk was told that it is back from being put off; null until then, and while it is not put off */
  returned_at: Generated<InstantText | null>;
  /**
   * what the ticket was, an outage or not, before its customer only thanked: it is no outage until somebody writes more.
   * Null while nobody just thanked
   */
  thanks: Generated<'outage' | 'ordinary' | null>;
  /** the ticket it was merged into, which is never a merged one itself */
  merged_into: string | null;
  /** the ticket whose sender an agent said is the same person; null for a person of its own */
  person: Generated<string | null>;
  /** its own proof, once the weaker one of a ticket that was merged into it may stand in `proof` */
  proof_alone: Generated<Proof | null>;
  /** the incident it is about */
  notice_id: number | null;
  /** how many messages it had when it was linked: later ones may be about something else */
  linked_at: number | null;
  /**
   * what the solution of the incident did to it: answered it, answered it beside unseen words, or nothing as it was
   * over; null until then
   */
  solution_mark: 'answered' | 'kept' | 'passed' | null;
  /** the language that its customer wrote in, as far as it is known: letters are written in it */
  language: Generated<Language>;
  /** counts up with “unieważnij linki”: a mailed link is made for one value */
  link_version: Generated<number>;
  /** when the recipient ended the mail of this ticket */
  mail_ended_at: Generated<InstantText | null>;
  /** when the customer was told that the promise would break; of the promise that runs */
  late_warned_at: Generated<InstantText | null>;
}

export interface MessagesTable {
  id: Generated<number>;
  ticket_number: string;
  sender: Sender;
  author: string | null;
  text: string;
  sent_at: InstantText;
  /**
   * its position in the thread that the customer sees, from 1; null for an internal note, which no customer ever sees
   */
  position: number | null;
  /** the ticket it was written in, if that was merged into this one */
  merged_from: string | null;
  /** the merged ticket whose token it was sent with after the merge */
  sent_under: Generated<string | null>;
  /** how it came, where that is not the way of its ticket */
  via: Generated<MessageWay | null>;
  /** of a letter: the address it came from, in lower case */
  from_address: Generated<string | null>;
  from_proof: Generated<LetterProof | null>;
  /** of a letter, and of a reply: JSON array of the addresses that got a copy */
  copied_to: Generated<string | null>;
  /** of a letter: what it quotes, which is folded */
  quoted: Generated<string | null>;
}

/** How many messages, from the first, an agent has read of a ticket. */
export interface AgentMarksTable {
  ticket_number: string;
  agent_id: string;
  seen: number;
}

export interface MergesTable {
  id: Generated<number>;
  from_number: string;
  into_number: string;
  merged_at: InstantText;
  /** the greatest id of a message of either thread at that time: replies with greater ones came after */
  last_message: number;
  /** JSON: both tickets as they were, see `tickets/before-merge` */
  before: string;
  undone_at: InstantText | null;
}

/** A closing of many tickets. */
export interface ClosingsTable {
  id: Generated<number>;
  closed_at: InstantText;
  /** JSON: what each ticket was, see `tickets/before-closing` */
  before: string;
  undone_at: Generated<InstantText | null>;
  /** JSON: the response of the undoing, byte for byte */
  undone: Generated<string | null>;
}

export interface UploadsTable {
  /** 128 bits made by the browser */
  id: string;
  /** who may claim it: `token:` and the hash of a ticket token, `link:` and a number, `shop:` and the id of a shop with a session, `agent:` and theirs */
  owner: string;
  shop_id: number;
  /** the file name given by the sender: data only, never a path */
  name: string;
  /** media type, detected from its first bytes */
  type: string;
  bytes: number;
  /** bytes stored so far */
  received: number;
  /** pixels of a picture, upright, once its header has come; null for other files, and for those of before 0016 */
  width: number | null;
  height: number | null;
  created_at: InstantText;
  /** the message that claimed it; null until then */
  message_id: number | null;
  /** its position among the files of that message, from 0 */
  place: number | null;
  /** whose share of the quotas it counts to */
  standing: Generated<Standing>;
  /** the sender's address as in `senders`, while no message claimed it */
  address_hash: Generated<string | null>;
  /** what the scanner said; `none` where there was no scanner when it came */
  scan: Generated<FileScan>;
  /** how often the scanner failed at it in a row */
  scan_failures: Generated<number>;
  /**
   * when the scanner is to look at it; while one process has it scanned, until when no other may; null when it is to look
   * no more
   */
  scan_due_at: Generated<InstantText | null>;
  /** when it was taken away, for everybody and out of the quotas; `bytes` and `received` are 0 since then */
  freed_at: Generated<InstantText | null>;
  /** its size while its bytes wait to be deleted, so that it can be given back; null before and after */
  withheld_bytes: Generated<number | null>;
}

export interface UploadPartsTable {
  upload_id: string;
  /** from 0; every part but the last has `ATTACHMENTS.partBytes` bytes */
  part: number;
  content: Uint8Array;
}

/** An agent whom a note names; its author is none. */
export interface NoteMentionsTable {
  agent_id: string;
  message_id: number;
}

/** A tag of a ticket. */
export interface TicketTagsTable {
  ticket_number: string;
  /** the tag as it is compared: one ticket has it once, however it is spelt */
  folded: string;
  tag: string;
}

/** A list that somebody keeps: its filters under a name. */
export interface ViewsTable {
  id: Generated<number>;
  /** whose it is; null for a view of everybody */
  owner_id: string | null;
  name: string;
  /** as in the address of the desk */
  query: string;
  made_by: string;
  made_at: InstantText;
}
