import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { listSessions } from '../../src/identity/list-sessions.ts';
import { readAgentSession } from '../../src/identity/read-agent-session.ts';
import { hashToken } from '../../src/identity/token.ts';
import { listIncidents } from '../../src/incidents/list-incidents.ts';
import { auditOfIncident } from '../../src/store/audit.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { countWaiting } from '../../src/store/queue.ts';
import { shopsWithWords, ticketsWithWords } from '../../src/store/search.ts';
import { addMessage } from '../../src/tickets/add-message.ts';
import { listMacros } from '../../src/tickets/desk/list-macros.ts';
import { readTicket } from '../../src/tickets/read-ticket.ts';
import { replyToTicket } from '../../src/tickets/reply-to-ticket.ts';
import { newToken } from '../support/customer.ts';
import { databaseBeforeDesk, type OldRow } from '../support/database-before-desk.ts';
import { NOW } from '../support/service.ts';
import type { TemporaryDatabase } from '../support/temporary-database.ts';

const EARLIER = '2026-11-20T09:00:00.000Z';
const LATER = '2026-11-21T09:00:00.000Z';
const OVER = '2026-11-21T10:00:00.000Z';
const WAITING = ticketNumber(100_001);
const SOLVED = ticketNumber(100_002);
const TICKET_TOKEN = newToken();
const DESK_TOKEN = `d_${newToken()}`;
/** As words were kept then: PostgreSQL has of such a long one what is left over by 2048, here nothing. */
const LONG_WORD = 'q7f3a9b2'.repeat(256);

const aTicket = (sequence: number, otherwise: OldRow = {}): OldRow => ({
  number: ticketNumber(sequence),
  sequence,
  shop_id: 1,
  channel: 'panel',
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
  answer_by: '2026-11-23T09:00:00.000Z',
  queue_waiting: 1,
  queue_outage: 0,
  queue_channel_rank: 0,
  queue_due_at: '2026-11-23T09:00:00.000Z',
  changed_at: EARLIER,
  closed_at: null,
  version: 3,
  message_count: 1,
  customer_seen: 1,
  agent_seen: 0,
  assignee_id: 'a_ola',
  snoozed_until: null,
  ...otherwise,
});

const aMessage = (ticket_number: string, text: string, otherwise: OldRow = {}): OldRow => ({
  ticket_number,
  sender: 'customer',
  author: null,
  text,
  sent_at: EARLIER,
  position: 1,
  ...otherwise,
});

const anEntry = (at: string, actor: string, action: string, ticket_number: string | null, details = '{}'): OldRow => ({
  at,
  actor,
  action,
  ticket_number,
  details,
});

const ROWS: Record<string, readonly OldRow[]> = {
  shops: [
    {
      support_number: '7KcWt9Ru',
      shop_key: 'https://ksiegarnia-zuraw.pl',
      install_url: 'https://www.ksiegarnia-zuraw.pl',
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
    },
  ],
  support_packages: [{ shop_id: 1, purchased_on: '2026-11-01', months: 6, added_at: EARLIER }],
  releases: [{ version: '10.4.2', announced_at: EARLIER }],
  agents: [
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
  agent_sessions: [DESK_TOKEN, `d_${newToken()}`].map((token) => ({
    token_hash: hashToken(token),
    agent_id: 'a_ola',
    created_at: '2026-11-22T08:00:00.000Z',
    last_used_at: '2026-11-22T08:59:30.000Z',
    expires_at: '2026-11-22T20:00:00.000Z',
  })),
  shop_secrets: [{ id: 'k_1', shop_id: 1, sealed: 'x', created_at: EARLIER, revoked_at: null }],
  shop_sessions: [
    { token_hash: 's', shop_id: 1, secret_id: 'k_1', created_at: EARLIER, expires_at: '2026-11-22T10:00:00.000Z' },
  ],
  used_assertions: [{ assertion_hash: 'h', expires_at: '2026-11-22T10:00:00.000Z' }],
  notices: [1, 2].map((id) => ({
    kind: id === 1 ? 'incident' : 'advisory',
    title: `Koszyk ${id}`,
    text: 'Pracujemy.',
    title_en: null,
    text_en: null,
    since: EARLIER,
    until: id === 2 ? OVER : null,
    from_version: null,
    to_version: null,
  })),
  tickets: [
    aTicket(100_001),
    aTicket(100_002, {
      subject: 'Import CSV',
      channel: 'form',
      status: 'solved',
      waiting_since: null,
      answer_by: null,
      queue_waiting: 0,
      message_count: 2,
      changed_at: LATER,
    }),
  ],
  messages: [
    aMessage(WAITING, `Paczkomaty ${LONG_WORD} na końcu`),
    aMessage(SOLVED, 'Plik się nie wgrywa'),
    aMessage(SOLVED, 'Separator to średnik', { sender: 'agent', author: 'Ola', position: 2, sent_at: LATER }),
    aMessage(SOLVED, 'Notatka o hurtowni', { sender: 'agent', author: 'Ola', position: null, sent_at: LATER }),
  ],
  uploads: [
    {
      id: 'u'.repeat(22),
      owner: 'token:x',
      shop_id: 1,
      name: 'zrzut.png',
      type: 'image/png',
      bytes: 3,
      received: 3,
      created_at: EARLIER,
      message_id: 1,
      place: 0,
    },
  ],
  upload_parts: [{ upload_id: 'u'.repeat(22), part: 0, content: Buffer.from([1, 2, 3]) }],
  idempotency_keys: [
    {
      key: 'key-of-the-old-days',
      request_hash: 'x',
      ticket_number: WAITING,
      response_body: '{"number":"x"}',
      created_at: EARLIER,
    },
  ],
  audit: [
    anEntry(EARLIER, 'customer', 'ticket.opened', WAITING),
    anEntry(EARLIER, 'customer', 'ticket.opened', SOLVED),
    anEntry(EARLIER, 'operator', 'notice.added', null, '{"notice":1,"kind":"incident"}'),
    anEntry(EARLIER, 'operator', 'notice.added', null, '{"notice":2,"kind":"advisory"}'),
    anEntry(LATER, 'a_ola', 'ticket.answered', SOLVED, '{"position":2,"from":"new","to":"solved"}'),
    anEntry(OVER, 'a_ola', 'notice.ended', null, '{"notice":2}'),
  ],
};

let database: TemporaryDatabase;
let store: Store;
beforeEach(async () => {
  database = await databaseBeforeDesk(ROWS);
  store = await openStore(database.url);
});
afterEach(async () => {
  await store.destroy();
  await database.discard();
});

const deps = () => ({ store, now: () => NOW });
const caller = { kind: 'token', tokenHash: hashToken(TICKET_TOKEN) } as const;

describe('a database from before the desk merged, announced and reported', () => {
  test.each(Object.keys(ROWS))('keeps every row of %s as it was', async (table) => {
    const rows = ROWS[table] ?? [];
    const names = Object.keys(rows[0] ?? {});
    const kept =
      await sql<OldRow>`select ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)}`.execute(store);
    expect(kept.rows).toHaveLength(rows.length);
    expect(kept.rows).toEqual(expect.arrayContaining([...rows]));
  });

  test.each([
    ['a word of a subject', 'zolta dostawa', [WAITING]],
    ['a word of a message', 'paczkomaty', [WAITING]],
    ['what follows a word that was too long to be kept', 'koncu', [WAITING]],
    ['the beginning of that word', LONG_WORD.slice(0, 6), [WAITING]],
    ['an answer', 'srednik', [SOLVED]],
    ['a note', 'hurtowni', [SOLVED]],
    ['words of a subject and its message', 'csv wgrywa', [SOLVED]],
    ['what nobody wrote', 'faktura', []],
  ])('finds by %s', async (_, asked, found) => {
    expect(await ticketsWithWords(store, asked, 10)).toEqual(found);
  });

  test.runIf(process.env.POMOC_TEST_POSTGRES)('has no word that a copy of it could not take back', async () => {
    const { rows } = await sql`select words::text::tsvector from message_words`.execute(store);
    expect(rows).toHaveLength(4);
  });

  test('finds its shops', async () => {
    expect((await shopsWithWords(store, 'żuraw', 10)).map(({ id }) => id)).toEqual([1]);
  });

  test('leaves agents signed in, each session under a name of its own', async () => {
    const agent = await readAgentSession(store, DESK_TOKEN, NOW);
    if (!agent) throw new Error('signed out');
    const sessions = await listSessions(store, agent, DESK_TOKEN, NOW);
    expect(sessions.map(({ isThis, label }) => [isThis, label])).toEqual([
      [true, null],
      [false, null],
    ]);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
  });

  test('tells of its notices, with who began and ended them', async () => {
    const { running, ended } = await listIncidents(store, NOW, null);
    expect([running, ended].map((list) => list.map(({ title, linked }) => [title, linked]))).toEqual([
      [['Koszyk 1', 0]],
      [['Koszyk 2', 0]],
    ]);
    expect((await auditOfIncident(store, 2)).map(({ action }) => action)).toEqual(['notice.added', 'notice.ended']);
  });

  test('opens tickets with their tokens, and lets both sides write on', async () => {
    const action = { number: WAITING, caller, idempotencyKey: 'a-key-of-the-new-days' };
    expect(await addMessage(deps(), action, { text: 'Halo?' })).toMatchObject({ outcome: 'done' });
    const by = { number: WAITING, actor: 'a_ola', author: 'Ola' };
    expect(await replyToTicket(deps(), by, { text: 'Już.', status: 'solved' })).toEqual({ outcome: 'replied' });
    const ticket = await (await readTicket(store, WAITING, caller, NOW))?.read();
    expect(ticket?.messages.map(({ text }) => text).slice(1)).toEqual(['Halo?', 'Już.']);
    const waits = await store
      .selectFrom('waits')
      .select(['ticket_number', 'ended_by', 'ended_at'])
      .orderBy('began_at')
      .orderBy('id')
      .execute();
    expect(waits).toEqual([
      { ticket_number: WAITING, ended_by: 'answer', ended_at: '2026-11-22T09:00:00.000Z' },
      { ticket_number: SOLVED, ended_by: 'answer', ended_at: LATER },
    ]);
  });

  test('keeps its queue, and has texts to answer with', async () => {
    expect(await countWaiting(store, 'all', {}, 10)).toBe(1);
    expect((await listMacros(store)).slice(0, 2).map(({ id }) => id)).toEqual(['greeting', 'details']);
  });

  test('is opened again and again', async () => {
    await store.destroy();
    store = await openStore(database.url);
    expect(await ticketsWithWords(store, 'paczkomaty', 10)).toEqual([WAITING]);
  });
});
