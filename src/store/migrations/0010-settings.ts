import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

interface SettingsTables {
  macros: { id: string; title: string; text: string; position: number; version: number };
  agent_sessions: { token_hash: string; id: string };
}

/** Settings of the vendor, macros, and public ids of sessions. */
export async function up(db: Kysely<SettingsTables>): Promise<void> {
  await createSettings(db);
  await createMacros(db);
  await nameSessions(db);
  // The history of settings is read by action, while the audit trail grows with every ticket.
  await db.schema.createIndex('audit_action').on('audit').columns(['action', 'id']).execute();
}

async function createSettings(db: Kysely<SettingsTables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('settings')
    .addColumn('name', text, (column) => column.primaryKey().notNull())
    .addColumn('value', text)
    .addColumn('changed_by', text, (column) => column.notNull())
    .addColumn('changed_at', text, (column) => column.notNull())
    .execute();
}

async function createMacros(db: Kysely<SettingsTables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('macros')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('status', text)
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('archived_at', text)
    .addColumn('changed_by', text)
    .addColumn('changed_at', text)
    .execute();
  const rows = FIRST_MACROS.map((macro, index) => ({ ...macro, position: index + 1, version: 1 }));
  await db.insertInto('macros').values(rows).execute();
}

/** Macros for everyday replies, until the vendor writes its own. */
const FIRST_MACROS = [
  {
    id: 'greeting',
    title: 'Powitanie i podpis',
    text: 'Dzień dobry {imie},\n\n\n\nPozdrawiamy\nPomoc techniczna shopGold',
  },
  {
    id: 'details',
    title: 'Prośba o szczegóły',
    text: 'Żeby znaleźć przyczynę, prosimy jeszcze o kilka informacji:\n– adres strony, na której to widać,\n– od kiedy tak się dzieje i co zmieniło się wcześniej,\n– zrzut ekranu z pełną treścią komunikatu.',
  },
  {
    id: 'working',
    title: 'Sprawdzamy',
    text: 'Zgłoszenie nr {numer} dotyczące sklepu {sklep} jest już sprawdzane. Odpowiedź przyjdzie najpóźniej {termin}.',
  },
  {
    id: 'solved',
    title: 'Rozwiązane',
    text: 'Sprawa jest rozwiązana. Gdyby coś jeszcze nie działało, wystarczy odpisać w tym zgłoszeniu – otworzy się ponownie.',
  },
];

/** Sessions get a public id and a label; the label of existing ones is unknown. */
async function nameSessions(db: Kysely<SettingsTables>): Promise<void> {
  const text = textType(db);
  const sessions = db.schema.alterTable('agent_sessions');
  await sessions.addColumn('id', text, (column) => column.notNull().defaultTo('')).execute();
  await sessions.addColumn('label', text).execute();
  for (const { token_hash } of await db.selectFrom('agent_sessions').select('token_hash').execute()) {
    const id = `e_${Buffer.from(crypto.getRandomValues(new Uint8Array(9))).toString('base64url')}`;
    await db.updateTable('agent_sessions').set({ id }).where('token_hash', '=', token_hash).execute();
  }
  await db.schema.createIndex('agent_sessions_id').unique().on('agent_sessions').column('id').execute();
}
