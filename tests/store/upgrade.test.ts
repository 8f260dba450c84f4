import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replyFromPanel } from '../../src/channels/panel.ts';
import { searchTerms } from '../../src/contract/searched-words.ts';
import { listSessions } from '../../src/identity/list-sessions.ts';
import { readAgentSession } from '../../src/identity/read-agent-session.ts';
import { hashToken } from '../../src/identity/token.ts';
import { listIncidents } from '../../src/incidents/list-incidents.ts';
import { listMacros } from '../../src/macros/list-macros.ts';
import { readShop } from '../../src/shops/read-shop.ts';
import { recogniseShop } from '../../src/shops/recognise-shop.ts';
import { auditOfIncident } from '../../src/store/audit.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { up as signature } from '../../src/store/migrations/0038-signature.ts';
import { type MigrationName, SHAPES } from '../../src/store/migrations/index.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { countQueued } from '../../src/store/queue-sections.ts';
import { shopsWithWords, ticketsWithWords } from '../../src/store/search.ts';
import { readAttachment } from '../../src/tickets/read-attachment.ts';
import { readDeskTicket } from '../../src/tickets/read-desk-ticket.ts';
import { readTicket } from '../../src/tickets/read-ticket.ts';
import { readVendorSettings } from '../../src/vendor-settings/vendor-settings.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { type EarlierRow, earlierDatabase, isFrom, type RowSince } from '../support/earlier-database.ts';
import { FIRST_SETTINGS, NOW, temporaryStore } from '../support/service.ts';
import { copyDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import {
  DESK_TOKEN,
  EARLIER,
  FILE_BYTES,
  FILE_ID,
  LATER,
  LONG_WORD,
  MAILED,
  MERGED,
  REOPENED,
  ROWS,
  SHOP_URL,
  SOLVED,
  SURVIVOR,
  TICKET_TOKEN,
  WAITING,
  waitsOf,
} from './earlier-rows.ts';

/** Columns that a later shape keeps elsewhere, or has another value in. */
const MOVED: Record<string, readonly string[]> = { shops: ['shop_key'], tickets: ['queue_channel_rank'] };

const caller = { kind: 'token', tokenHash: hashToken(TICKET_TOKEN) } as const;

describe.each(SHAPES)('a database in the shape of %s, opened today', (shape) => {
  /** Of two answers the one for a shape that had this already. */
  const since = <One, Other>(migration: MigrationName, then: One, before: Other) =>
    isFrom(migration, shape) ? then : before;
  const hasThreads = isFrom('0002-threads', shape);
  const hasMerged = isFrom('0008-merge', shape);

  let database: TemporaryDatabase;
  let held: Map<string, EarlierRow[]>;
  let store: Store;
  /** the same, opened once and closed again */
  let opened: TemporaryDatabase;
  beforeAll(async () => {
    ({ database, held } = await earlierDatabase(shape, ROWS));
    await (await openStore(database.url)).destroy();
    opened = await copyDatabase(database.url);
    store = await openStore(database.url);
  });
  afterAll(async () => {
    await store.destroy();
    await database.discard();
    await opened.discard();
  });

  test('keeps every row as it was', async () => {
    for (const [table, rows] of held) {
      const moved = MOVED[table] ?? [];
      const names = Object.keys(rows[0] ?? {}).filter((name) => !moved.includes(name));
      if (names.length === 0) continue;
      const columns = sql.join(names.map((name) => sql.ref(name)));
      const kept = await sql<EarlierRow>`select ${columns} from ${sql.table(table)}`.execute(store);
      // Macros come with the program, too.
      if (table !== 'macros') expect(kept.rows, table).toHaveLength(rows.length);
      const left = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
      expect(kept.rows, table).toEqual(expect.arrayContaining(left));
    }
  });

  test('finds tickets by the words of their subjects, messages, replies and notes', async () => {
    const found = async (asked: string) =>
      (await ticketsWithWords(store, searchTerms(asked), 10)).map(({ number }) => number);
    expect(await found('zolta dostawa')).toEqual([WAITING]);
    expect(await found('paczkomaty')).toEqual([WAITING]);
    // What follows a word that was too long to be kept, and that word itself.
    expect(await found('koncu')).toEqual([WAITING]);
    expect(await found(LONG_WORD.slice(0, 6))).toEqual([WAITING]);
    expect(await found('z poczty dzien')).toEqual([MAILED]);
    expect(await found('srednik')).toEqual(hasThreads ? [SOLVED] : []);
    expect(await found('hurtowni')).toEqual(hasThreads ? [SOLVED] : []);
    expect(await found('csv wgrywa')).toEqual(hasThreads ? [SOLVED] : []);
    expect(await found('zniknal')).toEqual(hasMerged ? [SURVIVOR] : []);
    expect(await found('czego nikt nie napisal')).toEqual([]);
    const foundShops = async (asked: string) =>
      (await shopsWithWords(store, asked, 10, toInstantText(NOW))).map(({ id }) => id);
    expect(await foundShops('żuraw')).toEqual([1]);
    expect(await foundShops('dawny')).toEqual(since('0015-shop-addresses', [1], []));
  });

  test.runIf(process.env.POMOC_TEST_POSTGRES)('has no word that a copy of it could not take back', async () => {
    const { rows } = await sql`select words::text::tsvector from message_words`.execute(store);
    expect(rows).toHaveLength(held.get('messages')?.length ?? 0);
  });

  test('claims no signature of a ticket that nobody wrote down, and forgets none', async () => {
    const tickets = await store
      .selectFrom('tickets')
      .select(['number', 'proof', 'queue_unproven'])
      .orderBy('sequence')
      .execute();
    const panel = since('0011-verified', 'verified', 'panel');
    expect(tickets.map(({ number, proof }) => [number, proof])).toEqual([
      [WAITING, panel],
      ...(hasThreads
        ? [
            [SOLVED, 'unverified'],
            [REOPENED, 'phone'],
          ]
        : []),
      [MAILED, 'unverified'],
      ...(hasMerged
        ? [
            [SURVIVOR, panel],
            [MERGED, panel],
          ]
        : []),
    ]);
    for (const { proof, queue_unproven } of tickets) {
      expect(queue_unproven, proof).toBe(['verified', 'phone'].includes(proof) ? 0 : 1);
    }
  });

  test('has every wait of each ticket, and one open wait of each at most', async () => {
    const waits = await sql<EarlierRow>`select * from waits order by ticket_number, began_at`.execute(store);
    const byPlace = (one: EarlierRow, other: EarlierRow) =>
      `${one.ticket_number} ${one.began_at}` < `${other.ticket_number} ${other.began_at}` ? -1 : 1;
    expect(waits.rows.map(({ id: _, ...wait }) => wait)).toEqual(waitsOf(shape).toSorted(byPlace));
    const again = sql`insert into waits (ticket_number, channel, began_at) values (${WAITING}, 'panel', ${EARLIER})`;
    await expect(again.execute(store)).rejects.toThrow(/unique/i);
  });

  test('opens each ticket at the desk, and in the panel with its token', async () => {
    const { messages = [] } = (await (await readTicket(store, WAITING, caller, NOW, 'pl'))?.read()) ?? {};
    expect(messages.map(({ text }) => text)).toEqual([`Paczkomaty ${LONG_WORD} na końcu`]);
    for (const { number } of (held.get('tickets') ?? []) as { number: string }[]) {
      const read = await readDeskTicket(store, number, NOW);
      expect([number, read?.ticket.number]).toEqual([number, number === MERGED ? SURVIVOR : number]);
      expect(read?.messages.length, number).toBeGreaterThan(0);
      expect(read?.ticket.incident ?? null, number).toEqual(
        number === MAILED
          ? since('0009-known-problems', expect.objectContaining({ id: 1, title: 'Koszyk 1' }), null)
          : null,
      );
    }
    if (!hasThreads) return;
    const thread = await readDeskTicket(store, SOLVED, NOW);
    expect(thread?.messages.map(({ text }) => text)).toEqual([
      'Plik się nie wgrywa',
      'Separator to średnik',
      'Notatka o hurtowni',
    ]);
  });

  test('gives files out byte for byte, pictures with the sizes that were kept', async () => {
    const file = await readAttachment(store, FILE_ID, caller, NOW);
    expect(file && 'content' in file ? await buffer(file.content) : null).toEqual(
      since('0003-attachments', FILE_BYTES, null),
    );
    const thread = await (await readTicket(store, WAITING, caller, NOW, 'pl'))?.read();
    const sizes = thread?.messages[0]?.attachments.map(({ width, height }) => [width, height]);
    const none = [[undefined, undefined]];
    expect(sizes).toEqual(since('0016-picture-sizes', [[640, 480]], since('0003-attachments', none, [])));
  });

  test('leaves agents signed in, each session under a name of its own', async () => {
    const signedIn = await readAgentSession(store, DESK_TOKEN, NOW);
    const sessions = signedIn ? await listSessions(store, signedIn.agent, DESK_TOKEN, NOW) : [];
    // What they do next that needs a fresh proof asks for one.
    expect(signedIn?.isProven ?? false).toBe(false);
    expect(sessions.map(({ isThis }) => isThis)).toEqual(since('0004-identity', [true, false], []));
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
  });

  test('tells of its incidents, with who began and ended them', async () => {
    const { running, ended } = await listIncidents(store, NOW, null);
    const linked = since('0009-known-problems', 1, 0);
    expect([running, ended].map((list) => list.map(({ title, linked: tickets }) => [title, tickets]))).toEqual(
      since('0005-notices', [[['Koszyk 1', linked]], [['Koszyk 2', 0]]], [[], []]),
    );
    expect((await auditOfIncident(store, 2)).map(({ action }) => action)).toEqual(
      since('0005-notices', ['notice.added', 'notice.ended'], []),
    );
  });

  test('recognises its shop by the addresses that it has, and demands no signature of it', async () => {
    const named = (installUrl: string) => recogniseShop(store, { supportNumber: '7KcWt9Ru', installUrl }, NOW);
    expect(await named('ksiegarnia-zuraw.pl')).toMatchObject({ shop: { id: 1, install_url: SHOP_URL } });
    expect((await named('https://panel.zuraw.pl'))?.shop.id).toBe(since('0015-shop-addresses', 1, undefined));
    expect((await named('https://dawny-zuraw.pl'))?.shop.id).toBe(since('0015-shop-addresses', 1, undefined));
    expect(await named('https://inny.pl')).toBeNull();
    const read = await readShop(store, 1, NOW);
    expect(read?.addresses.map(({ kind, address }) => [kind, address])).toEqual(
      since(
        '0015-shop-addresses',
        [
          ['shop', SHOP_URL],
          ['panel', 'panel.zuraw.pl'],
          ['former', 'http://dawny-zuraw.pl'],
        ],
        [['shop', SHOP_URL]],
      ),
    );
    expect(read?.signature).toBe('optional');
  });

  test('begins with nothing unread that the team had read of what waits', async () => {
    if (isFrom('0033-seen', shape)) return;
    const { rows } = await sql`
      select tickets.number from tickets cross join agents
      left join agent_marks on ticket_number = tickets.number and agent_id = agents.id
      where queue_waiting = 1 and disabled_at is null and coalesce(seen, 0) <> agent_seen
    `.execute(store);
    expect(rows).toEqual([]);
  });

  test('says of no older ticket where it came from', async () => {
    const sent = (await readDeskTicket(store, WAITING, NOW))?.ticket;
    expect([sent?.sentFrom?.host, sent?.fromOtherShop]).toEqual(
      since('0015-shop-addresses', ['obcy-panel.pl', true], [undefined, false]),
    );
  });

  test('keeps its shop, its settings and its texts', async () => {
    expect(await readShop(store, 1, NOW)).toMatchObject({
      shop: { name: 'Księgarnia Żuraw' },
      coverage: { length: since('0011-verified', 3, 2) },
    });
    const { contacts } = await readVendorSettings(store, FIRST_SETTINGS);
    expect(contacts.phone).toBe(since('0010-settings', '+48 22 111 11 11', FIRST_SETTINGS.contacts.phone));
    const macros = (await listMacros(store)).map(({ id }) => id);
    expect(macros.slice(0, 4)).toEqual(['greeting', 'details', 'working', 'solved']);
    expect(macros.includes('m_own')).toBe(isFrom('0010-settings', shape));
  });

  test('is opened again and again, keeps its queue, and lets both sides write on', async () => {
    await (await openStore(opened.url)).destroy();
    const store = await openStore(opened.url);
    const deps = { store, now: () => NOW };
    const waiting = held.get('tickets')?.filter(({ queue_waiting }) => queue_waiting === 1).length ?? 0;
    expect(await countQueued(store, 'waiting', {}, 10)).toBe(waiting);
    const action = { number: WAITING, caller, idempotencyKey: 'a-key-of-the-new-days' };
    expect(await replyFromPanel(deps, action, { text: 'Halo?' })).toMatchObject({ outcome: 'done' });
    const by = { number: WAITING, actor: 'a_ola', author: 'Ola' };
    expect(await agentReplies(deps, by, { text: 'Już.', status: 'solved' })).toMatchObject({ outcome: 'done' });

    const ticket = await (await readTicket(store, WAITING, caller, NOW, 'pl'))?.read();
    expect(ticket?.messages.map(({ text }) => text).slice(1)).toEqual(['Halo?', 'Już.']);
    expect((await ticketsWithWords(store, searchTerms('halo'), 10)).map(({ number }) => number)).toEqual([WAITING]);
    expect(await countQueued(store, 'waiting', {}, 10)).toBe(waiting - 1);
    const { rows } = await sql`select ended_by, ended_at from waits where ticket_number = ${WAITING}`.execute(store);
    expect(rows).toEqual([{ ended_by: 'answer', ended_at: '2026-11-22T09:00:00.000Z' }]);
    await store.destroy();
  });
});

test('what was promised before 0031 is still promised, a call waits with the form, and what was put off comes back', async () => {
  const [[, ticket] = []] = ROWS.tickets ?? [];
  const putOff: EarlierRow = { waiting_since: null, queue_waiting: 0, snoozed_until: LATER, status: 'in-progress' };
  const others = [
    { ...putOff, sequence: 101 },
    { ...putOff, sequence: 102, status: 'solved' },
    { channel: 'phone', sequence: 103 },
    { channel: 'phone', sequence: 104 },
    { channel: 'panel', sequence: 105, merged_into: '104' },
    { channel: 'email', queue_channel_rank: 2, sequence: 106 },
  ].map((row): RowSince => ['0001-tickets', { ...ticket, ...row, number: `${row.sequence}` }]);
  const { database } = await earlierDatabase('0030-mail', { ...ROWS, tickets: [...(ROWS.tickets ?? []), ...others] });
  const store = await openStore(database.url);
  const rows = await store
    .selectFrom('tickets')
    .select(['sequence', 'promised', 'queue_channel_rank', 'queue_return_at', 'follow_up_at', 'follow_ups'])
    .where('sequence', '<', 1000)
    .orderBy('sequence')
    .execute();
  expect(rows.map(({ sequence, ...row }) => [sequence, ...Object.values(row)])).toEqual([
    [101, 1, 0, LATER, null, 0],
    [102, 1, 0, null, null, 0],
    [103, 1, 1, null, null, 0],
    [104, 1, 0, null, null, 0],
    [105, 1, 0, null, null, 0],
    [106, 0, 2, null, null, 0],
  ]);
  await store.destroy();
  await database.discard();
});

/** The greeting as 0010 put it in. */
const SEEDED = 'Dzień dobry {imie},\n\n\n\nPozdrawiamy\nPomoc techniczna shopGold';

test.each([
  ['that came with the program loses its signature', {}, ['Powitanie', 'Dzień dobry {imie},\n\n']],
  ['of the vendor’s words stays', { text: 'Cześć!\n\nPozdrawiamy' }, ['Powitanie i podpis', 'Cześć!\n\nPozdrawiamy']],
  ['that somebody has had in hand stays', { changed_at: '2026-11-01T08:00:00.000Z' }, ['Powitanie i podpis', SEEDED]],
])('before 0038 a greeting %s', async (_which, change, expected) => {
  const { store, discard } = await temporaryStore();
  await sql`drop index audit_file_reads`.execute(store);
  const greeting = { title: 'Powitanie i podpis', text: SEEDED, ...change };
  await store
    .updateTable('macros')
    .set(greeting as object)
    .where('id', '=', 'greeting')
    .execute();
  await signature(store as Parameters<typeof signature>[0]);
  const [macro] = await listMacros(store);
  expect([macro?.title, macro?.text]).toEqual(expected);
  await discard();
});
