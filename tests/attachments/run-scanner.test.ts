import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScanner, type ScanCommand } from '../../src/attachments/run-scanner.ts';
import { readSettings } from '../../src/settings.ts';
import { SCANNER_PROGRAM } from '../support/scan-command.ts';

let folder: string;
let notes: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pomoc-scan-'));
  notes = join(folder, 'pid');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as the settings read it, of a service whose environment has secrets. */
function commandOf(text: string): ScanCommand {
  const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
  const { PATH } = process.env;
  const { fileScan } = readSettings({
    SECRET_KEY,
    PATH,
    DATABASE_URL: 'postgres://u:haslo@db/x',
    FILE_SCAN_COMMAND: text,
  });
  if (!fileScan) throw new Error('no scanner is set');
  return fileScan;
}

const ours = () => commandOf(`"${process.execPath}" "${SCANNER_PROGRAM}"`);

/** A script that waits for a program of its own, which holds its output open and whose id it writes down. */
const hanging = (): ScanCommand => ({
  program: 'sh',
  arguments: ['-c', `sleep 1000 & echo $! > "${notes}"; wait`],
  environment: { PATH: process.env.PATH ?? '' },
});

async function* of(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

const run = (
  content: AsyncIterable<Uint8Array>,
  { command = ours(), timeoutMs = 60_000, signal = new AbortController().signal } = {},
) => runScanner(command, content, { timeoutMs, signal });

test('0 is clean, 1 is refused with what the scanner says, and anything else says nothing of the file', async () => {
  const verdicts = await Promise.all([
    run(of('zdrowy', ' plik')),
    run(of('WI', 'RUS')),
    run(of('BŁĄD')),
    run(of('PADA')),
    run(of('x'), { command: commandOf('/no/such/program -') }),
  ]);
  expect(verdicts).toEqual([
    { outcome: 'clean' },
    { outcome: 'refused', says: 'stdin: Test.Wirus FOUND\n' },
    { outcome: 'failed', reason: 'exit', says: '2: no signatures\n' },
    { outcome: 'failed', reason: 'exit', says: 'SIGSEGV: ' },
    { outcome: 'failed', reason: 'missing', says: '/no/such/program' },
  ]);
});

test('a scanner that hangs is ended with whatever it started', async () => {
  const verdict = run(of('x'), { command: hanging(), timeoutMs: 1500 });
  expect(await verdict).toMatchObject({ outcome: 'failed', reason: 'too-slow' });
  const helper = Number(readFileSync(notes, 'utf8'));
  await expect.poll(() => isRunning(helper)).toBe(false);
});

test('one that is told to stop is ended, and has said nothing', async () => {
  rmSync(notes, { force: true });
  const stopping = new AbortController();
  const verdict = run(of('x'), { command: hanging(), signal: stopping.signal });
  await expect.poll(() => existsSync(notes), { timeout: 15_000 }).toBe(true);
  stopping.abort();
  expect(await verdict).toEqual({ outcome: 'stopped' });
  expect(await run(of('x'), { signal: stopping.signal })).toEqual({ outcome: 'stopped' });
});

test('one that is content before it has read the whole file is not believed', async () => {
  const large = 'x'.repeat(2_000_000);
  expect(await run(of(large), { command: commandOf('true') })).toMatchObject({ outcome: 'failed', reason: 'unread' });
  expect(await run(of(large), { command: commandOf('false') })).toMatchObject({ outcome: 'refused' });
});

test('a file that cannot be read on is no clean file', async () => {
  async function* damaged(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('początek');
    throw new Error('a part is missing');
  }
  expect(await run(damaged())).toEqual({
    outcome: 'failed',
    reason: 'unreadable',
    says: 'Error: a part is missing',
  });
});

test('it gets nothing of what the service knows', async () => {
  const script = join(folder, 'tells its environment.js');
  writeFileSync(
    script,
    'process.stdin.resume().on("end", () => { console.log(Object.keys(process.env).join()); process.exitCode = 1; })',
  );
  const verdict = await run(of('x'), { command: commandOf(`"${process.execPath}" "${script}"`) });
  expect(verdict).toEqual({ outcome: 'refused', says: 'PATH\n' });
});

function isRunning(pid: number): boolean {
  try {
    // A process that ended and was not waited for yet is a zombie, and no longer runs.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
