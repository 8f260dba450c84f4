import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { hashToken } from '../../src/identity/token.ts';
import type { MigrationName } from '../../src/store/migrations/index.ts';
import { newToken } from '../support/customer.ts';
import { type EarlierRow, isFrom, type RowSince } from '../support/earlier-database.ts';

// A desk at work, with names and words as the tables of each shape have them. Written once and never brought up to date:
// what the code calls otherwise today has to find its way here by migrations.

export const EARLIER = '2026-11-20T09:00:00.000Z';
export const LATER = '2026-11-21T09:00:00.000Z';
const OVER = '2026-11-21T10:00:00.000Z';
const DUE = '2026-11-23T09:00:00.000Z';

export const SHOP_URL = 'https://www.ksiegarnia-zuraw.pl';

export const TICKET_TOKEN = newToken();
export const DESK_TOKEN = `d_${newToken()}`;
/** Longer than PostgreSQL kept words of before migration 0014: of this one nothing was left. */
export const LONG_WORD = 'q7f3a9b2'.repeat(256);
export const FILE_ID = 'u'.repeat(22);
export const FILE_BYTES = Buffer.from([1, 2, 3]);

/** Tickets by what happened to them. */
export const WAITING = ticketNumber(100_001);
export const SOLVED = ticketNumber(100_002);
/** replied to, opened again, closed without a reply, and written to once more */
export const REOPENED = ticketNumber(100_003);
export const MAILED = ticketNumber(100_004);
export const SURVIVOR = ticketNumber(100_005);
export const MERGED = ticketNumber(100_006);

/** A minute of the day on which the tickets came. */
const at = (time: string) => `2026-11-20T${time}:00.000Z`;

const aTicket = (sequence: number, otherwise: EarlierRow = {}): EarlierRow => ({
  number: ticketNumber(sequence),
  sequence,
  shop_id: 1,
  channel: 'panel',
  proof: 'verified',
  from_host: 'obcy-panel.pl',
  from_other_shop: 1,
  topic: 'configuration',
  covered: 1,
  scope_rule: null,
  subject: 'Żółta dostawa',
  status: 'new',
  contact_email: 'biuro@ksiegarnia-zuraw.pl',
  contact_name: 'Anna',
  contact_phone: null,
  outage_facts: '[]',
  diagnostics: null,
  token_hash: hashToken(TICKET_TOKEN),
  token_revoked_at: null,
  received_at: EARLIER,
  waiting_since: EARLIER,
  answer_by: DUE,
  queue_waiting: 1,
  queue_outage: 0,
  queue_unproven: 0,
  queue_channel_rank: 0,
  queue_due_at: DUE,
  changed_at: EARLIER,
  closed_at: null,
  version: 3,
  message_count: 1,
  customer_seen: 1,
  agent_seen: 0,
  assignee_id: 'a_ola',
  snoozed_until: null,
  merged_into: null,
  notice_id: null,
  linked_at: null,
  solution_mark: null,
  ...otherwise,
});

const OVER_AND_DONE: EarlierRow = { waiting_since: null, answer_by: null, queue_waiting: 0 };

const aMessage = (ticket_number: string, text: string, otherwise: EarlierRow = {}): EarlierRow => ({
  ticket_number,
  sender: 'customer',
  author: null,
  text,
  sent_at: EARLIER,
  position: 1,
  merged_from: null,
  ...otherwise,
});

const byOla = (position: number | null, sent_at = LATER): EarlierRow => ({
  sender: 'agent',
  author: 'Ola',
  position,
  sent_at,
});

const anEntry = (
  when: string,
  actor: string,
  action: string,
  ticket_number: string | null,
  details: object = {},
): EarlierRow => ({
  at: when,
  actor,
  action,
  ticket_number,
  details: JSON.stringify(details),
  notice_id: 'notice' in details ? Number(details.notice) : null,
});

const aWait = (ticket_number: string, began_at: string, otherwise: EarlierRow = {}): EarlierRow => ({
  ticket_number,
  channel: 'panel',
  began_at,
  due_at: new Date(Date.parse(began_at) + 72 * 3_600_000).toISOString(),
  ended_at: null,
  ended_by: null,
  answer_seconds: null,
  ...otherwise,
});

/** The first shape with replies, closing and notes: before it a ticket is its first message. */
const THREADS = '0002-threads';

/** Each time a customer of these tickets waited: kept by shapes from 0013 on, and filled in for those before. */
const WAITS: readonly RowSince[] = [
  ['0001-tickets', aWait(WAITING, EARLIER)],
  [THREADS, aWait(SOLVED, EARLIER, { channel: 'form', ended_at: LATER, ended_by: 'answer', answer_seconds: 86_400 })],
  [
    THREADS,
    aWait(REOPENED, EARLIER, { channel: 'phone', ended_at: at('09:30'), ended_by: 'answer', answer_seconds: 1800 }),
  ],
  [THREADS, aWait(REOPENED, at('10:30'), { channel: 'phone', ended_at: at('10:40'), ended_by: 'move' })],
  [THREADS, aWait(REOPENED, at('10:41'), { channel: 'phone' })],
  ['0001-tickets', aWait(MAILED, EARLIER, { channel: 'email', due_at: null })],
  ['0008-merge', aWait(SURVIVOR, EARLIER)],
];

/** What a database of a shape should say of waits once it is in the newest one. */
export function waitsOf(shape: MigrationName): EarlierRow[] {
  return WAITS.flatMap(([since, wait]) => (isFrom(since, shape) ? [wait] : []));
}

/** Every table that was ever there, in an order in which rows may refer to others. */
export const ROWS: Record<string, readonly RowSince[]> = {
  shops: [
    [
      '0001-tickets',
      {
        support_number: '7KcWt9Ru',
        shop_key: 'ksiegarnia-zuraw.pl',
        install_url: SHOP_URL,
        edition: 'PREMIUM',
        purchased_on: '2026-10-01',
        support_months: 6,
        bought_directly: 1,
        licence_state: 'valid',
        shop_name: 'Księgarnia Żuraw',
        contact_email: 'biuro@ksiegarnia-zuraw.pl',
        shop_version: '10.4.1',
        imported_at: EARLIER,
        words: 'ksiegarnia zuraw 7kcwt9ru',
        signature: 'optional',
        installed_on: '2026-10-04',
        individual_terms: 'Szablon według projektu z umowy 12/2026',
        purchase_account: 'zakupy@ksiegarnia-zuraw.pl',
        seller: 'Sklepy Nowak',
        note: 'Dzwonić po 10.',
        ended_at: null,
        revision: 3,
      },
    ],
  ],
  shop_addresses: [
    [
      '0015-shop-addresses',
      {
        kind: 'shop',
        address: SHOP_URL,
        host: 'ksiegarnia-zuraw.pl',
        path: '',
        words: 'https www ksiegarnia zuraw pl',
        since: EARLIER,
        until: null,
      },
    ],
    [
      '0015-shop-addresses',
      {
        kind: 'panel',
        address: 'panel.zuraw.pl',
        host: 'panel.zuraw.pl',
        path: '',
        words: 'panel zuraw pl',
        since: EARLIER,
        until: null,
      },
    ],
    [
      '0015-shop-addresses',
      {
        kind: 'former',
        address: 'http://dawny-zuraw.pl',
        host: 'dawny-zuraw.pl',
        path: '',
        words: 'http dawny zuraw pl',
        since: EARLIER,
        until: '2027-11-20T09:00:00.000Z',
      },
    ],
  ].map(([since, row]) => [since, { shop_id: 1, ...(row as EarlierRow) }] as RowSince),
  support_packages: [
    ['0001-tickets', { shop_id: 1, purchased_on: '2026-11-01', months: 6, added_at: EARLIER, request_key: null }],
    ['0011-verified', { shop_id: 1, purchased_on: '2026-11-02', months: 1, added_at: EARLIER, request_key: 'a_ola x' }],
  ],
  releases: [['0001-tickets', { version: '10.4.2', announced_at: EARLIER }]],
  agents: [
    [
      '0004-identity',
      {
        id: 'a_ola',
        email: 'ola@shopgold.pl',
        name: 'Ola',
        role: 'agent',
        password_hash: 'x',
        created_at: EARLIER,
        disabled_at: null,
      },
    ],
  ],
  agent_sessions: [DESK_TOKEN, `d_${newToken()}`].map(
    (token, index): RowSince => [
      '0004-identity',
      {
        token_hash: hashToken(token),
        id: `e_${index}`,
        label: null,
        agent_id: 'a_ola',
        created_at: '2026-11-22T08:00:00.000Z',
        last_used_at: '2026-11-22T08:59:30.000Z',
        expires_at: '2026-11-22T20:00:00.000Z',
      },
    ],
  ),
  shop_secrets: [['0004-identity', { id: 'k_1', shop_id: 1, sealed: 'x', created_at: EARLIER, revoked_at: null }]],
  shop_sessions: [
    [
      '0004-identity',
      { token_hash: 's', shop_id: 1, secret_id: 'k_1', created_at: EARLIER, expires_at: '2026-11-22T10:00:00.000Z' },
    ],
  ],
  used_assertions: [['0004-identity', { assertion_hash: 'h', expires_at: '2026-11-22T10:00:00.000Z' }]],
  notices: [1, 2].map(
    (id): RowSince => [
      '0005-notices',
      {
        kind: id === 1 ? 'incident' : 'advisory',
        title: `Koszyk ${id}`,
        text: 'Pracujemy.',
        title_en: null,
        text_en: null,
        since: EARLIER,
        until: id === 2 ? OVER : null,
        from_version: null,
        to_version: null,
        solved_at: null,
        solved_by: null,
        solution: null,
        completed_at: null,
      },
    ],
  ),
  notice_keys: [['0009-known-problems', { key: 'a_ola key', request_hash: 'x', notice_id: 1, created_at: EARLIER }]],
  tickets: [
    ['0001-tickets', aTicket(100_001)],
    [
      THREADS,
      aTicket(100_002, {
        ...OVER_AND_DONE,
        subject: 'Import CSV',
        channel: 'form',
        proof: 'unverified',
        queue_unproven: 1,
        status: 'solved',
        message_count: 2,
        changed_at: LATER,
      }),
    ],
    [
      THREADS,
      aTicket(100_003, {
        subject: 'Faktury',
        channel: 'phone',
        proof: 'phone',
        waiting_since: at('10:41'),
        changed_at: at('10:41'),
        message_count: 4,
      }),
    ],
    [
      '0001-tickets',
      aTicket(100_004, {
        subject: 'Z poczty',
        channel: 'email',
        proof: 'unverified',
        queue_unproven: 1,
        answer_by: null,
        assignee_id: null,
        notice_id: 1,
        linked_at: 1,
      }),
    ],
    ['0008-merge', aTicket(100_005, { subject: 'Szablon', message_count: 2 })],
    [
      '0008-merge',
      aTicket(100_006, {
        ...OVER_AND_DONE,
        subject: 'Szablon',
        status: 'closed',
        closed_at: OVER,
        merged_into: SURVIVOR,
      }),
    ],
  ],
  messages: [
    ['0001-tickets', aMessage(WAITING, `Paczkomaty ${LONG_WORD} na końcu`)],
    ['0001-tickets', aMessage(MAILED, 'Dzień dobry')],
    [THREADS, aMessage(SOLVED, 'Plik się nie wgrywa')],
    [THREADS, aMessage(SOLVED, 'Separator to średnik', byOla(2))],
    [THREADS, aMessage(SOLVED, 'Notatka o hurtowni', byOla(null))],
    [THREADS, aMessage(REOPENED, 'Brak numeracji')],
    [THREADS, aMessage(REOPENED, 'Proszę spróbować', byOla(2, at('09:30')))],
    [THREADS, aMessage(REOPENED, 'Nadal nie działa', { position: 3, sent_at: at('10:35') })],
    [THREADS, aMessage(REOPENED, 'Proszę o odpowiedź', { position: 4, sent_at: at('10:41') })],
    ['0008-merge', aMessage(SURVIVOR, 'Nie widać nagłówka')],
    ['0008-merge', aMessage(SURVIVOR, 'Nagłówek zniknął', { position: 2, merged_from: MERGED })],
  ],
  uploads: [
    [
      '0003-attachments',
      {
        id: FILE_ID,
        owner: 'token:x',
        shop_id: 1,
        name: 'zrzut.png',
        type: 'image/png',
        bytes: FILE_BYTES.length,
        received: FILE_BYTES.length,
        width: 640,
        height: 480,
        created_at: EARLIER,
        message_id: 1,
        place: 0,
      },
    ],
  ],
  upload_parts: [['0003-attachments', { upload_id: FILE_ID, part: 0, content: FILE_BYTES }]],
  idempotency_keys: [
    [
      '0001-tickets',
      {
        key: 'key-of-the-old-days',
        request_hash: 'x',
        ticket_number: WAITING,
        response_body: '{"number":"x"}',
        created_at: EARLIER,
      },
    ],
  ],
  settings: [['0010-settings', { name: 'phone', value: '+48 22 111 11 11', changed_by: 'a_ola', changed_at: EARLIER }]],
  macros: [
    [
      '0010-settings',
      {
        id: 'm_own',
        title: 'Nasz tekst',
        text: 'Dzień dobry {imie}',
        status: 'solved',
        position: 9,
        version: 2,
        archived_at: null,
        changed_by: 'a_ola',
        changed_at: EARLIER,
      },
    ],
  ],
  waits: WAITS.map(([, wait]): RowSince => ['0013-reports', wait]),
  audit: [
    ['0001-tickets', anEntry(EARLIER, 'customer', 'ticket.opened', WAITING)],
    ['0001-tickets', anEntry(EARLIER, 'customer', 'ticket.opened', MAILED)],
    [THREADS, anEntry(EARLIER, 'customer', 'ticket.opened', SOLVED)],
    [THREADS, anEntry(EARLIER, 'a_ola', 'ticket.opened', REOPENED)],
    ['0005-notices', anEntry(EARLIER, 'operator', 'notice.added', null, { notice: 1, kind: 'incident' })],
    ['0005-notices', anEntry(EARLIER, 'operator', 'notice.added', null, { notice: 2, kind: 'advisory' })],
    [THREADS, anEntry(at('09:30'), 'a_ola', 'ticket.answered', REOPENED, { position: 2, from: 'new', to: 'solved' })],
    [THREADS, anEntry(at('10:30'), 'customer', 'ticket.moved', REOPENED, { from: 'solved', to: 'in-progress' })],
    [THREADS, anEntry(at('10:35'), 'customer', 'ticket.message', REOPENED, { position: 3 })],
    [THREADS, anEntry(at('10:40'), 'a_ola', 'ticket.moved', REOPENED, { from: 'in-progress', to: 'closed' })],
    [THREADS, anEntry(at('10:41'), 'customer', 'ticket.message', REOPENED, { position: 4 })],
    [THREADS, anEntry(LATER, 'a_ola', 'ticket.answered', SOLVED, { position: 2, from: 'new', to: 'solved' })],
    ['0008-merge', anEntry(OVER, 'a_ola', 'ticket.merged', MERGED, { from: MERGED, into: SURVIVOR })],
    ['0008-merge', anEntry(OVER, 'a_ola', 'ticket.merged', SURVIVOR, { from: MERGED, into: SURVIVOR })],
    ['0005-notices', anEntry(OVER, 'a_ola', 'notice.ended', null, { notice: 2 })],
  ],
};
