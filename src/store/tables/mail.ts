import type { Generated } from 'kysely';
import type { DeliveryState, Language, LinkWay, MailFate, MailKind } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

/** Letters that go out: one for each event, recipient and kind. */
export interface DeliveriesTable {
  id: Generated<number>;
  /** the event in the audit trail, in whose transaction the row was written */
  event_id: number;
  kind: MailKind;
  /** an e-mail address in lower case */
  recipient: string;
  /** the same for all addresses of one person, see `countedAs` */
  counted_as: string;
  /** the ticket whose link and number it has; null for what is about no ticket */
  ticket_number: string | null;
  /** of an advisory: the shop it goes to */
  shop_id: number | null;
  /** of a question: the letter it answers */
  mail_id: number | null;
  /** of a reply: the message that it brings, wherever a merge moves it */
  thread_message: number | null;
  /** of a solution or an advisory */
  incident_id: number | null;
  language: Language;
  /** also the letter's `Date`, which stays the same over tries */
  created_at: InstantText;
  state: DeliveryState;
  /** why it is stopped, or a code of what the server said */
  reason: string | null;
  /** not sent before */
  due_at: InstantText;
  /** somebody is sending it until then; null when nobody does */
  lease_until: InstantText | null;
  tries: Generated<number>;
  /** fixed before the first try */
  message_id: string | null;
  /** what the server renamed it to, where it says so */
  server_id: string | null;
  /** the server's last words, for agents */
  server_reply: string | null;
  sent_at: InstantText | null;
}

/** What is known of an e-mail address, in lower case. */
export interface MailAddressesTable {
  address: string;
  /** when it wrote to us or opened one of our links, so that it is really somebody's who knows us; null until then */
  wrote_at: InstantText | null;
  /** when a letter came back for good */
  bounced_at: InstantText | null;
  /** such as `5.1.1` */
  bounce_status: string | null;
}

/** One row: whether mail is set up, for every process that shares the database. */
export interface MailServiceTable {
  id: number;
  is_on: 0 | 1;
  /** where outages outside office hours are told */
  alert_email: string | null;
  /** JSON array of our own addresses in lower case: nothing is mailed to them */
  own_addresses: string;
  /** `OPENING_HOURS` of the environment, where nobody changed them at the desk */
  opening_hours: string;
  /** while the server refuses us: since when and why */
  stopped_at: InstantText | null;
  stopped_reason: string | null;
}

/** Letters that came in, each as it came. */
export interface MailsTable {
  id: Generated<number>;
  /** unique: the same letter to two mailboxes is one */
  content_key: string;
  /** where it was found first, for diagnosis */
  mailbox: string;
  uid_validity: string;
  uid: number;
  stored_at: InstantText;
  bytes: number;
  /** null once retention deleted it */
  raw: Uint8Array | null;
  fate: MailFate;
  /** a code of the reason for the fate, where there are several */
  reason: string | null;
  ticket_number: string | null;
  /** the shop that an agent or the letter named */
  shop_id: number | null;
  /** its `Message-ID`, cleaned; null when it has none that can be used */
  header_id: string | null;
  /** in lower case */
  from_address: string | null;
  from_name: string | null;
  subject: string | null;
  language: Language;
  /** 1 when DMARC passed for the `From` address */
  is_aligned: Generated<0 | 1>;
  /** how often somebody began to understand it */
  tries: Generated<number>;
  /** until then somebody is at it, or it rests after a try that failed; null when it may be taken */
  lease_until: InstantText | null;
  /** when its sender was asked for number and address */
  asked_at: InstantText | null;
  /** the agent who decided about it */
  handled_by: string | null;
  handled_at: InstantText | null;
}

/** A mailbox that is read: by one process at a time. */
export interface MailboxesTable {
  /** user and folder, never a password */
  name: string;
  holder: string | null;
  lease_until: InstantText | null;
  /** when it was last read whole */
  read_at: InstantText | null;
  /** since when it cannot be read, and a code of the reason */
  failed_at: InstantText | null;
  failure: string | null;
}

/** Who opened a ticket by a link or its code, for an hour. */
export interface LinkSessionsTable {
  token_hash: string;
  ticket_number: string;
  link_version: number;
  /** how it was opened */
  via: LinkWay;
  expires_at: InstantText;
}

/** The code of a ticket that is read out by telephone. */
export interface TicketCodesTable {
  ticket_number: string;
  code_hash: string;
  /** an agent's id */
  made_by: string;
  expires_at: InstantText;
  /** wrong tries of everybody */
  tries: Generated<number>;
}
