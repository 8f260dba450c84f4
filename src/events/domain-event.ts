import type {
  AddressKind,
  AgentRole,
  AlarmKind,
  ApiScope,
  BlockKind,
  Channel,
  CloseReason,
  EventAction,
  FileScan,
  Helped,
  IncidentEvent,
  LicenceState,
  MailKind,
  NoticeKind,
  Proof,
  ProofWay,
  ShopChangeField,
  Signature,
  TicketEvent,
  TicketStatus,
  Topic,
} from '../contract/lists.ts';
import type { InstantText } from '../store/instants.ts';

/** The details of an event without any. */
type None = Record<never, never>;

/** The ids of an incident, as the details of a ticket's event name it; the stored word is the older one. */
interface AboutIncident {
  notice: number;
}

/** The details of each event besides time, actor and subject: never personal data, never text that was written. */
interface EventDetails {
  'ticket.opened': {
    channel: Channel;
    topic: Topic;
    outage: boolean;
    files: number;
    fromOtherShop?: boolean;
  } & Partial<AboutIncident>;
  /** a message of the customer; its place in the thread */
  'ticket.message': { position: number; files: number };
  /** a reply of an agent; with `notice` it is the solution of that incident */
  'ticket.answered': {
    position: number;
    files?: number;
    from: TicketStatus;
    to: TicketStatus;
    /** by when it says that we write again */
    followUpAt?: InstantText;
  } & Partial<AboutIncident>;
  /** ids of the agents whom it names */
  'ticket.note': { mentioned?: string[] };
  /** `promiseEnded`: an agent's move took the promise away without a reply */
  'ticket.moved': { from: TicketStatus; to: TicketStatus; promiseEnded?: boolean; reason?: CloseReason };
  /** the customer says whether our solution helped */
  'ticket.helped': { helped: Helped };
  /** how many messages of the thread the actor has seen */
  'ticket.seen': { messages: number };
  /** ids of agents */
  'ticket.assigned': { from: string | null; to: string | null };
  /** the host that it came from is an address of its shop from now on */
  'ticket.address-added': { shopId: number; host: string };
  /** an agent says that it is this shop: the proof that it came with */
  'ticket.vouched': { from: Proof };
  'ticket.vouch-ended': { to: Proof };
  'ticket.linked': { notice: number | null };
  'ticket.unlinked': { notice: number | null };
  'ticket.lifted': None;
  'ticket.lowered': None;
  /** numbers of tickets; appended to both of them */
  'ticket.merged': { from: string; into: string; samePerson: boolean };
  'ticket.merge-undone': { from: string; into: string };
  /** an agent says that two tickets of one thread are of the same person; appended to both */
  'ticket.same-person': { from: string; into: string };
  'ticket.tagged': { tag: string };
  'ticket.untagged': { tag: string };
  'ticket.snoozed': { until: InstantText | null };
  /** it was put off until now, and is back */
  'ticket.returned': None;
  /** by when we write again, changed without a reply; null takes the time away */
  'ticket.follow-up-set': { at: InstantText | null };
  /** we said that we write again by now, and did not yet */
  'ticket.follow-up-due': { at: InstantText };
  'ticket.token-revoked': None;
  /** how many files were taken away, to be deleted a while later, and how many bytes they have */
  'ticket.files-withheld': { files: number; bytes: number };
  /** how many of those are back */
  'ticket.files-returned': { files: number; bytes: number };
  /** how many files lost their bytes, and how many bytes those were */
  'ticket.files-freed': { files: number; bytes: number };
  /** a closing of many tickets was undone: the status that this one has again */
  'ticket.closing-undone': { to: TicketStatus };
  /** what is known of a file from now on: by the scanner, or `none` where there is no scanner any more */
  'ticket.file-scanned': { file: string; scan: FileScan };
  'ticket.closed-after-quiet': { from: TicketStatus; days: number };
  /** the promise is about to break, and the customer hears of it */
  'ticket.late-warned': None;
  /** somebody asked for the link, and the address was the contact's; or an agent has it mailed there */
  'ticket.link-asked': None;
  /** all links that were mailed open nothing any more */
  'ticket.links-revoked': None;
  /** a code to be read out by telephone */
  'ticket.code-made': None;
  /** the recipient ended the mail of this ticket */
  'ticket.mail-ended': None;
  /** letters go to another address from now on, or again to the same one, on an agent's word */
  'ticket.contact-changed': None;
  /** what an agent decided: topics, coverage (null is undecided), and whether subject, name or telephone changed */
  'ticket.corrected': {
    from: Topic;
    to: Topic;
    coveredFrom: boolean | null;
    coveredTo: boolean | null;
    subject: boolean;
    contact: boolean;
  };
  /** ids of deliveries */
  'ticket.mail-failed': { delivery: number; kind: MailKind };
  'ticket.mail-resent': { delivery: number; kind: MailKind };

  /** a letter came without number and address; its sender is asked */
  'mail.asked': { mail: number };
  'mail.set-aside': { mail: number };
  /** an agent gave a letter its shop, or said that it is a ticket; null while it still waits for its shop */
  'mail.taken': { mail: number; ticket: string | null };
  /** the server refuses us, not a letter: everything waits */
  'mail.stopped': { reason: string };
  'mail.resumed': None;

  'notice.added': AboutIncident & { kind: NoticeKind };
  'notice.ended': AboutIncident;
  'notice.solved': AboutIncident;

  'settings.changed': { name: string; from: string | null; to: string | null };
  'version.announced': { version: string; from: string | null };
  'macro.added': { macro: string };
  'macro.changed': { macro: string };
  'macro.archived': { macro: string };
  'macro.restored': { macro: string };
  'macro.ordered': None;

  /** an agent opened a ticket; at most once an hour each */
  'read.ticket': { ticket: string };
  'read.file': { ticket: string; file: string };
  /** an agent took a letter along as it came */
  'read.mail': { mail: number };
  /** days of the period */
  'read.report': { from: string; to: string };
  'read.export': { part: string; from: string; to: string };

  'agent.added': { agent: string; role: AgentRole };
  'agent.disabled': { agent: string };
  'agent.enabled': { agent: string };
  'agent.role-changed': { agent: string; from: AgentRole; to: AgentRole };
  /** a one-time code, in the place of everything that the agent signed in with */
  'agent.code-given': { agent: string };
  /** the agent set a password by it */
  'agent.code-used': None;
  'agent.signed-in': None;
  /** a keyed hash of the address that was tried */
  'agent.sign-in-failed': { tried: string };
  'agent.signed-out': None;
  'agent.signed-out-everywhere': None;
  'agent.session-ended': None;
  'agent.password-changed': { agent: string };
  'agent.password-refused': None;
  'agent.proven': { way: ProofWay };
  'agent.proof-refused': { way: ProofWay };
  'agent.passkey-added': { passkey: string };
  'agent.passkey-renamed': { passkey: string };
  'agent.passkey-removed': { passkey: string };
  'agent.totp-set-up': None;
  'agent.totp-removed': None;
  'agent.recovery-codes-made': None;
  /** how many codes of the set are left */
  'agent.recovery-code-used': { left: number };
  'agent.factors-reset': { agent: string };

  'shops.imported': { shops: number };
  'shop.licence-set': { shopId: number; from: LicenceState; to: LicenceState };
  'shop.address-changed': { shopId: number; from: string; to: string };
  'shop.address-added': { shopId: number; kind: AddressKind; host: string };
  'shop.address-ended': { shopId: number; kind: AddressKind; host: string };
  'shop.signature-set': { shopId: number; from: Signature; to: Signature };
  'shop.sessions-ended': { shopId: number; sessions: number };
  'shop-secret.made': { shopId: number; kid: string };
  'shop-secret.revoked': { shopId: number; kid: string };
  'package.added': { shopId: number; months: number; purchasedOn: string };
  /** another system told of a new one */
  'shop.added': { shopId: number };
  /** which of its facts; what they were and are is its history. `ticket`: the one whose solution says it */
  'shop.changed': { shopId: number; fields: ShopChangeField[]; ticket?: string };
  /** the registry gave it up */
  'shop.ended': { shopId: number };
  'api-key.made': { key: string; scopes: ApiScope[] };
  'api-key.revoked': { key: string };

  /** of a shop, or of a range of network addresses */
  'block.added': { block: number; kind: BlockKind; shopId: number | null; range: string | null; until: InstantText };
  'block.lifted': { block: number };
  'alarm.raised': { alarm: number; kind: AlarmKind; shopId: number | null };
  'alarm.acknowledged': { alarm: number };
}

/** The subject of an event, if it is a ticket or an incident: its audit trail is read by it. */
type Subject<Action extends EventAction> = Action extends TicketEvent
  ? { ticketNumber: string }
  : Action extends IncidentEvent
    ? { incidentId: number }
    : None;

/** The details are left out where there are none. */
type Details<Action extends EventAction> = keyof EventDetails[Action] extends never
  ? { details?: never }
  : { details: EventDetails[Action] };

type EventOf<Action extends EventAction> = {
  at: InstantText;
  /** `customer`, `operator`, `clock`, or an agent's id */
  actor: string;
  action: Action;
} & Subject<Action> &
  Details<Action>;

/** Something that happened: a closed union by `action`. Everything that changes the database appends one. */
export type DomainEvent = { [Action in EventAction]: EventOf<Action> }[EventAction];
