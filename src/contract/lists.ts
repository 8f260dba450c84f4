// The closed sets that service, panel and desk agree on, one list each. Requests take no other value; answers are read
// with `openEnum`, which lets values through that a newer service may know. Kept free of any library: the store and the
// panel's loader may import it.

/** The languages of panels and of the desk; the first one wherever none of them is asked for. */
export const LANGUAGES = ['pl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that a code means. */
export function toLanguage(code: string | null): Language {
  return LANGUAGES.find((one) => one === code) ?? LANGUAGES[0];
}

/** The statuses of a ticket, in the order of its life. */
export const TICKET_STATUSES = ['new', 'in-progress', 'waiting-for-customer', 'solved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** The statuses that a customer may set: solved, or not solved after all. */
export const CUSTOMER_STATUSES = ['solved', 'in-progress'] as const satisfies TicketStatus[];
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** What a customer says of a solution. */
export const HELPED = ['yes', 'no'] as const;
export type Helped = (typeof HELPED)[number];

/** The statuses that a reply may leave a ticket in, in the order in which the desk offers them. */
export const REPLY_STATUSES = ['waiting-for-customer', 'in-progress', 'solved'] as const satisfies TicketStatus[];
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

/** The usual times by which a reply says that we write again: today at 16:00, tomorrow at 12:00, the next opening. */
export const FOLLOW_UP_PRESETS = ['today', 'tomorrow', 'opening'] as const;
export type FollowUpPreset = (typeof FOLLOW_UP_PRESETS)[number];

/** How a ticket came (R6–R8, R10). Derived by the service, never sent by the client. */
export const CHANNELS = ['panel', 'form', 'phone', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * How well the sender of a ticket is proven, the surest first.
 *
 * - `verified`: a session of the shop, which its panel opened with a signature
 * - `phone`: an agent took the call and checked the caller
 * - `vouched`: an agent said that it is this shop, or it came with the token of a ticket of which they said so
 * - `panel`: a page at the registered address sent it; that can be forged outside browsers
 * - `unverified`: anybody who knows the support number and the address
 */
export const PROOFS = ['verified', 'phone', 'vouched', 'panel', 'unverified'] as const;
export type Proof = (typeof PROOFS)[number];

/** The topics that the rules cover (C1–C4, R10) or that are always open (A2, R4), in the order of the form. */
export const COVERED_TOPICS = [
  'configuration',
  'running',
  'outage',
  'installation',
  'updates',
  'security',
  'renewal',
  'other',
] as const;
export type CoveredTopic = (typeof COVERED_TOPICS)[number];

/** The topics that the rules do not cover (N1–N10). Such a ticket is never refused for its topic; it is marked. */
export const UNCOVERED_TOPICS = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10'] as const;
export type UncoveredTopic = (typeof UNCOVERED_TOPICS)[number];

/** What a ticket is about, in the terms of the vendor's rules. */
export const TOPICS = [...COVERED_TOPICS, ...UNCOVERED_TOPICS] as const;
export type Topic = (typeof TOPICS)[number];

/** Facts that make a ticket an outage (R10). One is enough. */
export const OUTAGE_FACTS = ['shop-down', 'orders-blocked', 'panel-down', 'break-in'] as const;
export type OutageFact = (typeof OUTAGE_FACTS)[number];

/** The authors of messages that a customer can see. */
export const SENDERS = ['customer', 'agent'] as const;
export type Sender = (typeof SENDERS)[number];

/** The entries of a thread as agents see it; no customer ever sees a note. */
export const MESSAGE_KINDS = [...SENDERS, 'note'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * The sections of the queue, the most urgent first: outages, promises that are late or due soon, what we said we write
 * today and what is back from being put off, and the rest.
 */
export const SECTIONS = ['outages', 'due-soon', 'promised', 'queue'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where the desk's search looks: everywhere, in what is not over, in subjects, in people and telephones, in names of files. */
export const SEARCH_SCOPES = ['all', 'open', 'subject', 'person', 'files'] as const;
export type SearchScope = (typeof SEARCH_SCOPES)[number];

/** Why a ticket was found: the place of its words that is shown with it. */
export const FOUND_IN = ['customer', 'agent', 'note', 'person', 'phone', 'file', 'shop', 'tag', 'subject'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

/** States of a shop's support (R1–R4). */
export const SUPPORT_STATES = ['active', 'expired', 'not-bought-directly', 'unrecognised'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

/** The support of a shop whose word was taken without it. */
export type WithoutSupport = Exclude<SupportState, 'active'>;

/**
 * Whose the page is that asks for a shop, by the `Origin` of the request: of an address that the registry holds for this
 * shop, only of addresses of other shops, or of none.
 */
export const ORIGINS = ['own', 'other-shop', 'unknown'] as const;
export type OriginStanding = (typeof ORIGINS)[number];

/** Whether a shop's tickets from pages need its session, which its panel opens with a signature. */
export const SIGNATURES = ['optional', 'required'] as const;
export type Signature = (typeof SIGNATURES)[number];

/** The kinds of a shop's addresses: where it is (one a licence, C5), where only its panel is, and where it was. */
export const ADDRESS_KINDS = ['shop', 'panel', 'former'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** Whether a shop keeps to its licence: a breach suspends access to updates only (C3). */
export const LICENCE_STATES = ['valid', 'breached'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** The kinds of notices and of the incidents that they are about: something that is broken now, a hole to be closed, or news of a version. */
export const NOTICE_KINDS = ['incident', 'advisory', 'update'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * How much is known of a sender, for shares of quotas: a network address that is new to the shop, one from which the shop
 * wrote before, or a sender that is proven to be the shop.
 */
export const STANDINGS = ['new', 'usual', 'proven'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a block stops: senders that name one shop and do not prove it, or those of a range of network addresses. */
export const BLOCK_KINDS = ['shop', 'range'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * What an alarm is about.
 *
 * - `shop-tickets`, `shop-uploads`, `shop-storage`: a quota of one shop is used up to 70 %: its tickets of an hour, its
 * files that wait for a message, and all of its files
 * - `total-storage`: the same of the files of all shops
 * - `unknown-pairs`: 1,000 pairs of number and address that name no shop, within an hour
 * - `failed-sign-ins`: 50 wrong sign-ins of agents within an hour
 * - `mail-stopped`: the mail server refuses us, or does not answer for ten minutes, and every letter waits
 * - `mail-strangers`: so many letters to addresses that never wrote to us that further ones do not go
 * - `mailbox-failed`: a mailbox lets us not in, or cannot be read for ten minutes
 * - `file-scanner`: the virus scanner cannot be started, or fails at a file again and again
 */
export const ALARM_KINDS = [
  'shop-tickets',
  'shop-uploads',
  'shop-storage',
  'total-storage',
  'unknown-pairs',
  'failed-sign-ins',
  'mail-stopped',
  'mail-strangers',
  'mailbox-failed',
  'file-scanner',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/**
 * What the scanner said of a file: there was none when it came; it has not looked yet; clean; it found something; it
 * failed.
 */
export const FILE_SCANS = ['none', 'waiting', 'clean', 'refused', 'failed'] as const;
export type FileScan = (typeof FILE_SCANS)[number];

/**
 * Why a file of a thread cannot be had: the scanner has not looked yet, it found something or it failed; or the file was
 * deleted to free its space.
 */
export const FILE_HINDRANCES = ['unscanned', 'refused', 'scan-failed', 'freed'] as const;
export type FileHindrance = (typeof FILE_HINDRANCES)[number];

/**
 * Why an agent closes a ticket, where that means more than that it is over: nobody's honest ticket, of which no file is
 * kept; the same as another one; or helped in another way, such as by phone.
 */
export const CLOSE_REASONS = ['abuse', 'duplicate', 'solved-elsewhere'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/**
 * The kinds of letters that go out.
 *
 * - `receipt`: the number, the promise or the lack of one, and how to go on
 * - `reply`: an agent's reply, whole
 * - `solution`: the solution of an incident that the ticket is about
 * - `question`: a letter came without number and address of a shop
 * - `late`: a promise is about to break
 * - `link`: somebody asked for the link of a ticket
 * - `advisory`: something that the owners of affected shops should do (A2)
 * - `alert`: to our own people, an outage outside office hours
 */
export const MAIL_KINDS = [
  'receipt',
  'reply',
  'copy',
  'solution',
  'question',
  'late',
  'link',
  'advisory',
  'alert',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** The states of a letter that goes out: to be sent, accepted by the server, refused by it for good, or not sent on purpose. */
export const DELIVERY_STATES = ['due', 'sent', 'failed', 'stopped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Why a letter is not sent.
 *
 * - `read-in-panel`: the writer read the reply at once where they had written
 * - `unsubscribed`: the recipient ended the mail of this ticket
 * - `bounced`: letters to this address came back for good
 * - `not-a-person`: an address that no person reads, or one of our own
 * - `day-limit`, `hour-limit`: automatic mail of a day, or links of an hour, to this address
 * - `total-limit`: too many letters within the hour to addresses that never wrote to us
 * - `nothing-to-say`: what it would have told is over by now
 */
export const STOP_REASONS = [
  'read-in-panel',
  'unsubscribed',
  'bounced',
  'not-a-person',
  'day-limit',
  'hour-limit',
  'total-limit',
  'nothing-to-say',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/**
 * What became of a letter that came in.
 *
 * - `opened`, `joined`: a ticket was opened by it, or it is a message of one
 * - `waits`: it names no shop that we know; its sender was asked, or may not be
 * - `set-aside`: automatic, marked as spam, from a list, encrypted …, or an agent set it aside
 * - `bounce`: it tells of a letter of ours
 * - `unreadable`: nobody could read it; it is kept as it came
 * - `stored`: nobody looked at it yet
 */
export const MAIL_FATES = ['stored', 'opened', 'joined', 'waits', 'set-aside', 'bounce', 'unreadable'] as const;
export type MailFate = (typeof MAIL_FATES)[number];

/**
 * How a message of a thread came, where that is not the way of its ticket. Only who has a mailed link reads the mail of the
 * contact: the page of links is opened in other ways, too.
 *
 * - `email`: by a letter
 * - `link`: on the page of links, opened by one that we mailed
 * - `handed`: there, by one that a holder of the ticket made to pass on
 * - `code`: there, by the code that an agent reads out
 */
export const MESSAGE_WAYS = ['email', 'link', 'handed', 'code'] as const;
export type MessageWay = (typeof MESSAGE_WAYS)[number];
/** How the page of links was opened. */
export type LinkWay = Exclude<MessageWay, 'email'>;

/**
 * How far the writer of a letter is proven, which proves nothing of the ticket.
 *
 * - `known`: DMARC passed, and it is the shop's registered contact
 * - `signed`: DMARC passed for another address
 * - `unproven`: anybody may have written that address
 */
export const LETTER_PROOFS = ['known', 'signed', 'unproven'] as const;
export type LetterProof = (typeof LETTER_PROOFS)[number];

/**
 * Whether letters go to a ticket's contact.
 *
 * - `goes`: they do
 * - `no-address`: none is known, such as of a call
 * - `bounced`: one came back for good
 * - `ended`: the contact wanted no more
 * - `nobody`: no person reads that address
 * - `off`: mail is not set up
 */
export const CONTACT_MAILS = ['goes', 'no-address', 'bounced', 'ended', 'nobody', 'off'] as const;
export type ContactMail = (typeof CONTACT_MAILS)[number];

/** The roles of agents: an admin also manages shops and settings. */
export const AGENT_ROLES = ['agent', 'admin'] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

/** Whether only admins need a second factor, or everybody. */
export const SECOND_FACTOR_RULES = ['optional', 'required'] as const;
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number];

/** What an agent proves themselves with. A password alone is a proof only for who has nothing else. */
export const PROOF_WAYS = ['passkey', 'totp', 'recovery', 'password'] as const;
export type ProofWay = (typeof PROOF_WAYS)[number];

/**
 * Whether an agent has a second factor.
 *
 * - `has`: a passkey or an authenticator app
 * - `optional`: none, and none is required
 * - `grace`: none yet, and one is required from a day on
 * - `needed`: none, and the grace is over: they may only set one up
 */
export const FACTOR_STATES = ['has', 'optional', 'grace', 'needed'] as const;
export type FactorState = (typeof FACTOR_STATES)[number];

/** What can happen to a ticket, by its names in the audit trail. */
export const TICKET_EVENTS = [
  'ticket.opened',
  'ticket.message',
  'ticket.answered',
  'ticket.note',
  'ticket.moved',
  'ticket.helped',
  'ticket.seen',
  'ticket.assigned',
  'ticket.address-added',
  'ticket.vouched',
  'ticket.vouch-ended',
  'ticket.linked',
  'ticket.unlinked',
  'ticket.lifted',
  'ticket.lowered',
  'ticket.merged',
  'ticket.merge-undone',
  'ticket.same-person',
  'ticket.snoozed',
  'ticket.returned',
  'ticket.follow-up-set',
  'ticket.follow-up-due',
  'ticket.tagged',
  'ticket.untagged',
  'ticket.token-revoked',
  'ticket.files-withheld',
  'ticket.files-returned',
  'ticket.files-freed',
  'ticket.closing-undone',
  'ticket.file-scanned',
  'ticket.closed-after-quiet',
  'ticket.late-warned',
  'ticket.link-asked',
  'ticket.links-revoked',
  'ticket.code-made',
  'ticket.mail-ended',
  'ticket.contact-changed',
  'ticket.corrected',
  'ticket.mail-failed',
  'ticket.mail-resent',
] as const;
export type TicketEvent = (typeof TICKET_EVENTS)[number];

/** Why the desk tells an agent of an event by name. */
export const TOLD_WHYS = ['outage', 'message', 'assigned', 'mention'] as const;
export type ToldWhy = (typeof TOLD_WHYS)[number];

/** What can happen to an incident, by its names in the audit trail. */
export const INCIDENT_EVENTS = ['notice.added', 'notice.ended', 'notice.solved'] as const;
export type IncidentEvent = (typeof INCIDENT_EVENTS)[number];

/** What can happen to the vendor's settings, the current version and macros. */
export const SETTINGS_EVENTS = [
  'settings.changed',
  'version.announced',
  'macro.added',
  'macro.changed',
  'macro.archived',
  'macro.restored',
  'macro.ordered',
] as const;
export type SettingsEvent = (typeof SETTINGS_EVENTS)[number];

/** What agents read and took along. */
export const READ_EVENTS = ['read.ticket', 'read.file', 'read.mail', 'read.report', 'read.export'] as const;

/** What can happen to a letter that came in and opened no ticket, and to mail as a whole. */
export const MAIL_EVENTS = ['mail.asked', 'mail.set-aside', 'mail.taken', 'mail.stopped', 'mail.resumed'] as const;

/** What happens to blocks and alarms: the desk's stream tells of it too, so that every desk shows the same. */
export const GUARD_EVENTS = ['block.added', 'block.lifted', 'alarm.raised', 'alarm.acknowledged'] as const;
export type GuardEvent = (typeof GUARD_EVENTS)[number];

/** Everything that is written to the audit trail. */
export const EVENT_ACTIONS = [
  ...TICKET_EVENTS,
  ...INCIDENT_EVENTS,
  ...SETTINGS_EVENTS,
  ...READ_EVENTS,
  ...MAIL_EVENTS,
  ...GUARD_EVENTS,
  'agent.added',
  'agent.disabled',
  'agent.enabled',
  'agent.role-changed',
  'agent.code-given',
  'agent.code-used',
  'agent.signed-in',
  'agent.sign-in-failed',
  'agent.signed-out',
  'agent.signed-out-everywhere',
  'agent.session-ended',
  'agent.password-changed',
  'agent.password-refused',
  'agent.proven',
  'agent.proof-refused',
  'agent.passkey-added',
  'agent.passkey-renamed',
  'agent.passkey-removed',
  'agent.totp-set-up',
  'agent.totp-removed',
  'agent.recovery-codes-made',
  'agent.recovery-code-used',
  'agent.factors-reset',
  'shops.imported',
  'shop.licence-set',
  'shop.address-changed',
  'shop.address-added',
  'shop.address-ended',
  'shop.signature-set',
  'shop.sessions-ended',
  'shop-secret.made',
  'shop-secret.revoked',
  'package.added',
  'shop.added',
  'shop.changed',
  'shop.ended',
  'api-key.made',
  'api-key.revoked',
] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

/** What rules need of a shop besides its licence, each of which may be empty or left out. */
export const SHOP_TERMS = ['installedOn', 'individualTerms', 'purchaseAccount', 'seller', 'note'] as const;
export type ShopTerm = (typeof SHOP_TERMS)[number];

/** The facts of a shop that can change: the columns of the registry's file, and what is set besides. */
export const SHOP_FACTS = [
  'installUrl',
  'edition',
  'purchasedOn',
  'supportMonths',
  'boughtDirectly',
  'licenceState',
  'shopName',
  'contactEmail',
  'shopVersion',
  ...SHOP_TERMS,
] as const;
export type ShopFact = (typeof SHOP_FACTS)[number];

/**
 * What the history of a shop tells of. Besides its facts: `added` to the registry, `ended` there or back, a `package`, a
 * `panelUrl`, and its `signature`.
 */
export const SHOP_CHANGE_FIELDS = [...SHOP_FACTS, 'added', 'ended', 'package', 'panelUrl', 'signature'] as const;
export type ShopChangeField = (typeof SHOP_CHANGE_FIELDS)[number];

/** What a key of another system may do: read and write shops and their packages, and nothing else. */
export const API_SCOPES = ['registry:read', 'registry:write'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/**
 * The orders of the desk's list of all tickets: by number, the last or the first one first; `unanswered`, only what waits for our answer, the
 * longest waiting first; `changed`, by the last message, move or note, the latest first.
 */
export const TICKET_SORTS = ['newest', 'oldest', 'unanswered', 'changed'] as const;

export type TicketSort = (typeof TICKET_SORTS)[number];
