import type { AuditTable, CountersTable, IdempotencyKeysTable, IncidentKeysTable } from './bookkeeping.ts';
import type { FollowUpsTable } from './follow-ups.ts';
import type { AlarmsTable, BlocksTable, SendersTable } from './guard.ts';
import type {
  AgentCodesTable,
  AgentSessionsTable,
  AgentsTable,
  SealedKeysTable,
  ShopSecretsTable,
  ShopSessionsTable,
  UsedAssertionsTable,
} from './identity.ts';
import type {
  DeliveriesTable,
  LinkSessionsTable,
  MailAddressesTable,
  MailboxesTable,
  MailServiceTable,
  MailsTable,
  TicketCodesTable,
} from './mail.ts';
import type {
  ApiKeysTable,
  IncidentsTable,
  ReleasesTable,
  ShopAddressesTable,
  ShopChangesTable,
  ShopsTable,
  SupportPackagesTable,
} from './registry.ts';
import type { ResponseTimesTable } from './response-times.ts';
import type {
  AgentBrowsersTable,
  AgentPasskeysTable,
  AgentRecoveryCodesTable,
  AgentTotpTable,
  HalfSignInsTable,
  PasskeyChallengesTable,
  SecondFactorRulesTable,
} from './second-factors.ts';
import type { MacrosTable, SettingsTable } from './settings.ts';
import type {
  AgentMarksTable,
  ClosingsTable,
  MergesTable,
  MessagesTable,
  NoteMentionsTable,
  TicketsTable,
  TicketTagsTable,
  UploadPartsTable,
  UploadsTable,
  ViewsTable,
} from './tickets.ts';

export interface Tables {
  shops: ShopsTable;
  shop_addresses: ShopAddressesTable;
  support_packages: SupportPackagesTable;
  releases: ReleasesTable;
  notices: IncidentsTable;
  tickets: TicketsTable;
  messages: MessagesTable;
  note_mentions: NoteMentionsTable;
  agent_marks: AgentMarksTable;
  merges: MergesTable;
  closings: ClosingsTable;
  ticket_tags: TicketTagsTable;
  views: ViewsTable;
  waits: ResponseTimesTable;
  follow_ups: FollowUpsTable;
  uploads: UploadsTable;
  upload_parts: UploadPartsTable;
  idempotency_keys: IdempotencyKeysTable;
  notice_keys: IncidentKeysTable;
  audit: AuditTable;
  counters: CountersTable;
  sealed_keys: SealedKeysTable;
  shop_secrets: ShopSecretsTable;
  used_assertions: UsedAssertionsTable;
  shop_sessions: ShopSessionsTable;
  agents: AgentsTable;
  agent_sessions: AgentSessionsTable;
  agent_codes: AgentCodesTable;
  agent_browsers: AgentBrowsersTable;
  agent_passkeys: AgentPasskeysTable;
  agent_totp: AgentTotpTable;
  agent_recovery_codes: AgentRecoveryCodesTable;
  half_sign_ins: HalfSignInsTable;
  passkey_challenges: PasskeyChallengesTable;
  second_factor_rules: SecondFactorRulesTable;
  settings: SettingsTable;
  macros: MacrosTable;
  senders: SendersTable;
  blocks: BlocksTable;
  alarms: AlarmsTable;
  deliveries: DeliveriesTable;
  mail_addresses: MailAddressesTable;
  mail_service: MailServiceTable;
  mails: MailsTable;
  mailboxes: MailboxesTable;
  link_sessions: LinkSessionsTable;
  ticket_codes: TicketCodesTable;
  shop_changes: ShopChangesTable;
  api_keys: ApiKeysTable;
}
