import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScanner, type ScanCommand } from '../src/attachments/run-scanner.ts';
import { readSettings } from '../src/settings.ts';

/** The EICAR test file, in two pieces: whole, this file would be found itself. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The commands that docs/operating.md gives, as they stand there. */
const COMMANDS = [
  ...readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8').matchAll(/^FILE_SCAN_COMMAND="(.+)"$/gm),
].map(([, command = '']) => command);

const [DAEMONS, ALONE] = COMMANDS;

const runs = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

let folder: string;
let signatures: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pomoc-clamav-'));
  // One signature of our own: the real ones are 300 MB, and from somewhere else.
  signatures = join(folder, 'test.ndb');
  writeFileSync(signatures, `Test.Eicar:0:*:${Buffer.from(EICAR.slice(0, 33)).toString('hex')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The documented command as the settings read it, with the signatures of this test. */
function commandOf(text: string | undefined, ...more: string[]): ScanCommand {
  const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
  const { PATH } = process.env;
  const { fileScan } = readSettings({ SECRET_KEY, PATH, ...(text && { FILE_SCAN_COMMAND: text }) });
  if (!fileScan) throw new Error('the documentation has no such command');
  return { ...fileScan, arguments: [...more, ...fileScan.arguments] };
}

async function verdictsOf(command: ScanCommand) {
  const scan = (content: Buffer) =>
    runScanner(command, toParts(content), { timeoutMs: 60_000, signal: new AbortController().signal });
  return [await scan(Buffer.alloc(3_000_000, 'zdrowy plik ')), await scan(Buffer.from(EICAR))];
}

async function* toParts(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += 262_144) yield content.subarray(start, start + 262_144);
}

const FOUND = [{ outcome: 'clean' }, { outcome: 'refused', says: expect.stringMatching(/Test\.Eicar\S* FOUND/) }];

test('the documentation names the scanner with its daemon and without it', () => {
  expect([DAEMONS, ALONE]).toEqual([expect.stringMatching(/^clamdscan /), expect.stringMatching(/^clamscan /)]);
});

test('clamscan as documented tells a clean file from EICAR', async ({ skip }) => {
  skip(!runs('clamscan'), 'there is no clamscan here');
  expect(await verdictsOf(commandOf(ALONE, `--database=${signatures}`))).toEqual(FOUND);
});

test('clamdscan as documented does so by its daemon, and fails without it', async ({ skip }) => {
  skip(!runs('clamdscan') || !runs('clamd'), 'there is no clamdscan with its daemon here');
  const socket = join(folder, 'clamd.sock');
  const configuration = join(folder, 'clamd.conf');
  const lines = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, 'Foreground yes', 'OfficialDatabaseOnly no'];
  writeFileSync(configuration, `${lines.join('\n')}\n`);
  const command = commandOf(DAEMONS, `--config-file=${configuration}`);
  const none = await verdictsOf(command);
  expect(none.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);

  const daemon: ChildProcess = spawn('clamd', ['--config-file', configuration], { stdio: 'ignore' });
  try {
    await expect.poll(() => existsSync(socket), { timeout: 30_000 }).toBe(true);
    expect(await verdictsOf(command)).toEqual(FOUND);
  } finally {
    daemon.kill('SIGKILL');
    if (daemon.exitCode === null && daemon.signalCode === null) await once(daemon, 'close');
  }
});
