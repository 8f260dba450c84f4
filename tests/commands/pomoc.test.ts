import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { definePomoc } from '../../src/cli/define-pomoc.ts';
import { MORE_COLUMNS, SHOP_COLUMNS } from '../../src/shops/read-shops-csv.ts';
import { openStore } from '../../src/store/open.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { SECRET_KEY } from '../support/child-service.ts';
import { SHOPS_CSV } from '../support/service.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const POMOC = fileURLToPath(new URL('../../src/pomoc.ts', import.meta.url));

/** For those that start a process of their own. */
const TIMEOUT_MS = 60_000;

let folder: string;
let database: TemporaryDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pomoc-command-'));
  database = await temporaryDatabase();
});
afterEach(async () => {
  await database.discard();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number;
  out: string;
  error: string;
}

/** Settings of a command's own, and what is piped in. */
interface Given {
  environment?: Record<string, string>;
  input?: string;
}

const environmentOf = ({ environment = {} }: Given) => ({
  SECRET_KEY: '',
  DATABASE_URL: database.url,
  INIT_CWD: folder,
  ...environment,
});

/** Runs a command as the operator does, in a process of its own, from a folder of his own. */
function started(given: Given, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environmentOf(given) };
    const running = execFile(process.execPath, [POMOC, ...words], { cwd: tmpdir(), env }, (_, out, error) =>
      resolve({ code: running.exitCode ?? -1, out, error }),
    );
    running.stdin?.on('error', () => {}); // a command that does not read it may be gone by now
    running.stdin?.end(given.input ?? '');
  });
}

/** Runs a command by the same words in this process: a start of Node takes longer than most commands. */
function pomoc(...words: string[]): Promise<Ended> {
  return pomocWith({}, ...words);
}

/** The same with settings of its own, and with something piped in. */
async function pomocWith(given: Given, ...words: string[]): Promise<Ended> {
  const ended: Ended = { code: 0, out: '', error: '' };
  for (const [stream, name] of [
    [process.stdout, 'out'],
    [process.stderr, 'error'],
  ] as const) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      ended[name] += text;
      return true;
    });
  }
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from(given.input ?? '') as typeof process.stdin);
  for (const [name, value] of Object.entries(environmentOf(given))) vi.stubEnv(name, value);
  try {
    await definePomoc(new Command('pomoc').exitOverride()).parseAsync(words, { from: 'user' });
    ended.code = Number(process.exitCode ?? 0);
  } finally {
    process.exitCode = undefined;
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  }
  return ended;
}

test('a Node that cannot run it is refused in one sentence', { timeout: TIMEOUT_MS }, async () => {
  const environment = { NODE_OPTIONS: '--import=data:text/javascript,delete%20globalThis.Temporal' };
  const { code, out, error } = await started({ environment }, 'shops', 'list');
  expect([code, out]).toEqual([1, '']);
  expect(error).toMatch(/^This is Node [\d.]+, and .* run node_modules\/node\/bin\/node \S+src\/pomoc\.ts\n$/);
});

test('an operator fills the registry, sells a package, announces a version and reads the queue', {
  timeout: TIMEOUT_MS,
}, async () => {
  expect(await started({}, 'shops', 'import', fileURLToPath(SHOPS_CSV))).toEqual({
    code: 0,
    out: 'Zapisano sklepów: 7 (nowych 7, zmienionych 0, bez zmian 0)\n',
    error: '',
  });
  expect((await pomoc('shops', 'list')).out).toMatch(/7KcWt9Ru +Księgarnia Żuraw/);
  expect(await pomoc('packages', 'add', '9sLdC2mA', '--months', '3', '--purchased-on', '2026-11-20')).toEqual({
    code: 0,
    out: 'Dodano pakiet do sklepu 9sLdC2mA.\n',
    error: '',
  });
  expect((await pomoc('shops', 'list')).out).toMatch(/9sLdC2mA.*do 2027-02-20/);
  expect(await pomoc('versions', 'current', '10.5.0')).toEqual({ code: 0, out: 'Bieżąca wersja: 10.5.0\n', error: '' });

  const notice = ['--kind', 'update', '--title', 'Wersja 10.5.0', '--text', 'Do pobrania.', '--to', '10.4.2'];
  expect(await pomoc('notices', 'add', ...notice)).toEqual({ code: 0, out: 'Dodano komunikat 1.\n', error: '' });
  expect((await pomoc('notices', 'list')).out).toMatch(/^1 +aktualizacja .*–10\.4\.2 +Wersja 10\.5\.0$/m);
  expect(await pomoc('notices', 'end', '1')).toEqual({ code: 0, out: 'Zakończono komunikat 1.\n', error: '' });

  const store = await openStore(database.url);
  await insertTicket(store, aTicketRow(100_001, { queue_outage: 1 }));
  expect((await store.selectFrom('releases').select('version').execute()).map(({ version }) => version)).toEqual([
    '10.5.0',
  ]);
  await store.destroy();
  const queue = await pomoc('queue', '--limit', '5');
  expect(queue).toMatchObject({ code: 0, error: '' });
  expect(queue.out).toMatch(/^Awarie \(1\)\n {2}1000015 .*Darmowa dostawa od 200 zł\n/);
});

test('a path is meant from where the operator stood, not from where npm went', { timeout: TIMEOUT_MS }, async () => {
  writeFileSync(join(folder, 'sklepy.csv'), 'supportNumber\n7KcWt9Ru\n');
  const ended = await started({}, 'shops', 'import', 'sklepy.csv');
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.error).toContain(`${join(folder, 'sklepy.csv')}: wiersz 1, kolumna installUrl: brak tej kolumny\n`);
});

test('the columns of the registry’s file are told by the command that reads it', async () => {
  let told = '';
  const command = new Command('pomoc').exitOverride().configureOutput({
    writeOut: (text) => {
      told += text;
    },
  });
  const asked = definePomoc(command).parseAsync(['shops', 'import', '--help'], { from: 'user' });
  await expect(asked).rejects.toMatchObject({ exitCode: 0 });
  for (const column of [...SHOP_COLUMNS, ...MORE_COLUMNS]) expect(told).toMatch(new RegExp(`^  ${column} `, 'm'));
});

test.each([
  [['packages', 'add', 'NieMaGo1', '--months', '3'], 'Nie ma sklepu o numerze NieMaGo1'],
  [['nie-ma-takiego'], 'nie-ma-takiego'],
])('%j is refused with exit code 1 and words', { timeout: TIMEOUT_MS }, async (words, reason) => {
  const ended = await started({}, ...words);
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.error).toContain(reason);
});

test.each([
  [['packages', 'add', '9sLdC2mA', '--months', 'trzy'], 'od 1 do 120'],
  [['packages', 'add', '9sLdC2mA', '--months', '3', '--purchased-on', '2026-02-30'], 'RRRR-MM-DD'],
  [['versions', 'current', 'najnowsza'], 'np. 10.4.2'],
  [['shops', 'signature', '9sLdC2mA', 'czasem'], 'optional, required'],
  [['shops', 'addresses', '9sLdC2mA', '--add', 'a.pl', '--end', 'b.pl'], '--end'],
  [['shops', 'addresses', '9sLdC2mA', '--move', 'a.pl', '--end', 'b.pl'], '--end'],
  [['queue', '--limit', '0'], 'od 1 do 10000'],
  [['agents', 'add', 'a@b.pl', '--name', 'A', '--role', 'szef'], 'agent, admin'],
  [['agents', 'add', 'a@b.pl', '--name', 'A', '--password', 'x'], '--password'],
  [['notices', 'add', '--kind', 'plotka', '--title', 'Plotka', '--text', 'x'], 'incident, advisory, update'],
])('%j is refused before anything is opened, with exit code 1 and words', async (words, reason) => {
  const said = { out: '', error: '' };
  const command = new Command('pomoc').exitOverride().configureOutput({
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.error += text;
    },
  });
  await expect(definePomoc(command).parseAsync(words, { from: 'user' })).rejects.toMatchObject({ exitCode: 1 });
  expect(said).toEqual({ out: '', error: expect.stringContaining(reason) });
});

test('an operator gives a shop its secret, and agents their access', { timeout: TIMEOUT_MS }, async () => {
  await pomoc('shops', 'import', fileURLToPath(SHOPS_CSV));
  const secretKey = { environment: { SECRET_KEY } };
  const made = await pomocWith(secretKey, 'shops', 'secret', '7KcWt9Ru');
  expect(made).toMatchObject({ code: 0, error: '' });
  const kid = /^kid: +(\S+)$/m.exec(made.out)?.[1] ?? '';
  expect((await pomoc('shops', 'secret', '7KcWt9Ru', '--list')).out).toMatch(new RegExp(`^${kid} .* ważny$`, 'm'));
  expect(await pomoc('shops', 'secret', '7KcWt9Ru', '--revoke', kid)).toMatchObject({ code: 0, error: '' });

  const add = ['agents', 'add', 'anna@shopgold.pl', '--name', 'Anna Nowak', '--role', 'admin'];
  expect(await started({ input: 'konik na biegunach\n' }, ...add)).toEqual({
    code: 0,
    out: 'Dodano: anna@shopgold.pl\n',
    error: '',
  });
  expect((await pomoc('agents', 'list')).out).toMatch(/^anna@shopgold\.pl +Anna Nowak +admin$/m);
  expect(await pomocWith({ input: 'zupełnie inne hasło' }, 'agents', 'password', 'anna@shopgold.pl')).toMatchObject({
    code: 0,
    error: '',
  });
  expect(await pomoc('agents', 'disable', 'anna@shopgold.pl')).toMatchObject({ code: 0, error: '' });
});

test('without SECRET_KEY no secret is made, and the words say what to set', { timeout: TIMEOUT_MS }, async () => {
  await pomoc('shops', 'import', fileURLToPath(SHOPS_CSV));
  expect(await pomoc('shops', 'secret', '7KcWt9Ru')).toEqual({
    code: 1,
    out: '',
    error: 'Ustaw SECRET_KEYS: po 32 losowe bajty w base64, te same, z którymi działa usługa.\n',
  });
  expect((await pomoc('shops', 'secret', '7KcWt9Ru', '--list')).out).not.toContain('k_');
});

test.each([
  ['mysql://pomoc:tajne@localhost/pomoc', /^DATABASE_URL must be .*\n$/],
  ['postgres://pomoc:taj#ne@localhost/pomoc', /^DATABASE_URL must be .*\n$/],
  ['postgres://pomoc:tajne@localhost:1/pomoc', /^The PostgreSQL database of DATABASE_URL .*ECONNREFUSED.*\n$/],
])(
  '%s cannot be opened, which is said in one line without the password',
  { timeout: TIMEOUT_MS },
  async (url, line) => {
    const ended = await started({ environment: { DATABASE_URL: url } }, 'shops', 'list');
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.error).toMatch(line);
    expect(ended.error).not.toContain('taj');
  },
);

test('the emergency page for another host needs the address of the service, and one without encryption is warned of', async () => {
  const words = ['emergency-page', '--out', 'awaria.html'];
  const none = await pomocWith({ environment: { PUBLIC_URL: '' } }, ...words);
  expect([none.code, none.error]).toEqual([1, expect.stringContaining('Ustaw PUBLIC_URL')]);
  expect(existsSync(join(folder, 'awaria.html'))).toBe(false);
  const plain = await pomocWith({ environment: { PUBLIC_URL: 'http://pomoc.example' } }, ...words);
  expect(plain.error).toContain('Uwaga: http://pomoc.example nie jest szyfrowany.');
  const secret = await pomocWith({ environment: { PUBLIC_URL: 'https://pomoc.example' } }, ...words);
  expect(secret.error).not.toContain('Uwaga');
});
