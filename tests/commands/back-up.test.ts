import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpCommand } from '../../src/commands/back-up.ts';
import { importShops } from '../../src/shops/import-shops.ts';
import { openStore } from '../../src/store/open.ts';
import { postTicket } from '../faults/post-ticket.ts';
import { startService, temporaryHome } from '../support/child-service.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { newToken } from '../support/customer.ts';
import { aTicket, newKey } from '../support/requests.ts';
import { NOW, sampleShops } from '../support/service.ts';

const POMOC = fileURLToPath(new URL('../../src/pomoc.ts', import.meta.url));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pomoc-backup-'));
  file = join(folder, 'kopia');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command in this process. */
async function backUp(url: string): Promise<{ code: number; out: string[]; errors: string[] }> {
  const terminal = collectingTerminal();
  const code = await backUpCommand(url, terminal, file);
  return { code, out: terminal.lines, errors: terminal.errors };
}

describe('of SQLite', () => {
  test('a copy made while tickets come in is whole, and holds all that was acknowledged before', {
    timeout: 60_000,
  }, async () => {
    const home = temporaryHome();
    const store = await openStore(home.databaseUrl);
    await importShops(store, sampleShops(), NOW);
    await fillWithFiles(home.databaseFile);
    await store.destroy();
    const running = await startService(home.folder, { DATABASE_URL: home.databaseUrl, RATE_LIMITS: 'off' });

    const acknowledged: string[] = [];
    const open = async () => {
      const body = JSON.stringify(aTicket({ ticketToken: newToken() }));
      const answer = await postTicket(running.port, { key: newKey(), subject: '', body });
      if (answer?.status === 201) acknowledged.push(JSON.parse(answer.body).number);
    };
    for (let ticket = 0; ticket < 5; ticket++) await open();
    const before = [...acknowledged];
    const copied = pomocBackup(home.databaseUrl);
    let isOver = false;
    copied.then(() => {
      isOver = true;
    });
    while (!isOver) await open();
    expect(await copied).toMatchObject({ code: 0, error: '' });
    expect(acknowledged.length).toBeGreaterThan(before.length);
    await running.end('SIGTERM');
    home.discard();

    const copy = new Database(file, { readonly: true });
    const rows = (sql: string) => copy.prepare(sql).pluck().all() as string[];
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('foreign_key_check')).toEqual([]);
    const tickets = rows('select number from tickets');
    expect(tickets).toEqual(expect.arrayContaining(before));
    expect(acknowledged).toEqual(expect.arrayContaining(tickets));
    // What one transaction wrote is there together: counter, ticket, its first message, its key.
    expect(rows('select value from counters')).toEqual([100_000 + tickets.length]);
    expect(rows('select ticket_number from messages').toSorted()).toEqual(tickets.toSorted());
    expect(rows('select ticket_number from idempotency_keys').toSorted()).toEqual(tickets.toSorted());
    copy.close();
    expect(statSync(file).mode & 0o077).toBe(0);

    const restored = await openStore(`sqlite:${file}`);
    expect(await restored.selectFrom('tickets').select('number').execute()).toHaveLength(tickets.length);
    await restored.destroy();
  });

  test('the tables are copied in the shape they have: one makes a copy before an upgrade', async () => {
    const old = new Database(join(folder, 'old.sqlite'));
    old.exec(`create table tickets (number text); insert into tickets values ('1000015')`);
    old.close();
    expect((await backUp(`sqlite:${join(folder, 'old.sqlite')}`)).code).toBe(0);
    const copy = new Database(file, { readonly: true });
    expect(copy.prepare('select * from tickets').all()).toEqual([{ number: '1000015' }]);
    copy.close();
  });

  test('an existing file is never written over', async () => {
    writeFileSync(file, 'co innego');
    const { code, errors } = await backUp('sqlite:nothing');
    expect([code, errors]).toEqual([1, [`Plik ${file} już istnieje i zostaje, jaki był. Podaj nową nazwę.`]]);
    expect(readFileSync(file, 'utf8')).toBe('co innego');
  });

  test.each([
    ['no database', () => `sqlite:${join(folder, 'none.sqlite')}`, 'Nie ma pliku bazy, który wskazuje DATABASE_URL.'],
    ['a damaged one', damagedDatabase, /^Nie udało się zapisać kopii .*: file is not a database$/],
  ])('of %s nothing is left but the reason', async (_, urlOf, reason) => {
    const url = urlOf();
    const before = readdirSync(folder);
    const { code, out, errors } = await backUp(url);
    expect([code, out, errors]).toEqual([1, [], [expect.stringMatching(reason)]]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a folder that is not there is named', async () => {
    file = join(folder, 'nowhere', 'kopia');
    expect((await backUp(damagedDatabase())).errors).toEqual([expect.stringContaining('no such file or directory')]);
  });
});

describe('of PostgreSQL', () => {
  const url = 'postgres://pomoc:taj%40ne@db.internal/pomoc?sslmode=verify-full';
  let path: string | undefined;
  beforeEach(() => {
    path = process.env.PATH;
    mkdirSync(join(folder, 'bin'));
    process.env.PATH = join(folder, 'bin');
  });
  afterEach(() => {
    process.env.PATH = path;
  });

  /** Puts a program in the place of the real one. */
  function pgDump(script: string): void {
    writeFileSync(join(folder, 'bin', 'pg_dump'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', 'pg_dump'), 0o755);
  }

  test('pg_dump writes the archive, and reads the password where no other user can', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
    pgDump('for word; do case $word in --file=*) echo "$PGPASSWORD $*" > "${word#--file=}";; esac; done');
    expect(await backUp(url)).toMatchObject({ code: 0, errors: [] });
    const [password, ...options] = readFileSync(file, 'utf8').trim().split(' ');
    expect(password).toBe('taj@ne');
    expect(options).toEqual([
      '--format=custom',
      '--no-password',
      expect.stringMatching(/^--file=.*kopia\.part-/),
      '--dbname=postgres://pomoc@db.internal/pomoc?sslmode=verify-full',
    ]);
  });

  test('what pg_dump complains of is said, and half an archive is not kept', async () => {
    pgDump('echo "pg_dump: error: server version mismatch" >&2; exit 1');
    const { code, errors } = await backUp(url);
    expect([code, errors]).toEqual([1, [expect.stringMatching(/: pg_dump: error: server version mismatch$/)]]);
    expect(readdirSync(folder)).toEqual(['bin']);
  });

  test('without pg_dump the words say what to install', async () => {
    expect((await backUp(url)).errors).toEqual([expect.stringMatching(/^Nie ma programu pg_dump\./)]);
    expect(readdirSync(folder)).toEqual(['bin']);
  });
});

/** Enough for a copy to take longer than a ticket. */
async function fillWithFiles(database: string): Promise<void> {
  const filled = new Database(database);
  filled.exec('create table filler (content blob)');
  const insert = filled.prepare('insert into filler values (?)');
  for (let row = 0; row < 200; row++) insert.run(randomBytes(256 * 1024));
  filled.close();
}

function damagedDatabase(): string {
  const damaged = join(folder, 'damaged.sqlite');
  writeFileSync(damaged, 'x'.repeat(10_000));
  return `sqlite:${damaged}`;
}

/** The command as a process of its own, as an operator runs it. */
function pomocBackup(url: string): Promise<{ code: number; error: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url, INIT_CWD: folder };
    const running = execFile(process.execPath, [POMOC, 'backup', 'kopia'], { env }, (_, __, error) =>
      resolve({ code: running.exitCode ?? -1, error }),
    );
  });
}
