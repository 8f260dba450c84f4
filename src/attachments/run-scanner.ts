import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The scanner as the operator set it: started as it stands, by no shell. */
export interface ScanCommand {
  program: string;
  arguments: readonly string[];
  /** all of its environment: nothing of the service's secrets */
  environment: Readonly<Record<string, string>>;
}

/**
 * What a scanner says of a file. `says` is the end of what it wrote, for the log. `stopped` says nothing of the file: it
 * was asked to stop.
 *
 * - `missing`: the program cannot be started
 * - `too-slow`: it was ended after its time
 * - `unreadable`: the file itself could not be read on
 * - `unread`: it was content before it had read the whole file
 * - `exit`: it ended otherwise than with 0 or 1
 */
export type ScanVerdict =
  | { outcome: 'clean' }
  | { outcome: 'refused'; says: string }
  | { outcome: 'failed'; reason: 'missing' | 'too-slow' | 'unreadable' | 'unread' | 'exit'; says: string }
  | { outcome: 'stopped' };

/** How much is kept of what a scanner writes, in characters: its last lines. */
const SAYS_CHARACTERS = 500;

/**
 * Runs a scanner over the bytes of a file: they go to its standard input; 0 says that it is clean, 1 that it is not, as
 * `clamscan -` and `clamdscan -` have it. With its time over, or when it should stop, it is killed with whatever it
 * started.
 */
export async function runScanner(
  command: ScanCommand,
  content: AsyncIterable<Uint8Array>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<ScanVerdict> {
  if (signal.aborted) return { outcome: 'stopped' };
  // In a group of its own, so that what a script started ends with it.
  const child = spawn(command.program, command.arguments, { env: command.environment, detached: true });
  let says = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      says = (says + text).slice(-SAYS_CHARACTERS);
    });
  }
  const { promise: ended, resolve } = Promise.withResolvers<number | null | 'missing'>();
  child.once('error', () => resolve('missing'));
  child.once('close', resolve);
  // A pipe may break after the last byte was handed over, when nobody listens any more; unheard it would end the service.
  let isBroken = false;
  child.stdin.on('error', () => {
    isBroken = true;
  });

  let killedFor: 'too-slow' | 'stopped' | undefined;
  function kill(why?: typeof killedFor): void {
    killedFor ??= why;
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended by itself.
    }
  }
  const stop = () => kill('stopped');
  const patience = setTimeout(kill, timeoutMs, 'too-slow');
  signal.addEventListener('abort', stop);
  try {
    const fed = await feed(child.stdin, content, kill);
    const code = await ended;
    if (killedFor === 'stopped') return { outcome: 'stopped' };
    if ('fault' in fed) return { outcome: 'failed', reason: 'unreadable', says: fed.fault };
    if (killedFor) return { outcome: 'failed', reason: killedFor, says };
    if (code === 'missing') return { outcome: 'failed', reason: 'missing', says: command.program };
    if (code === 1) return { outcome: 'refused', says };
    if (code !== 0) return { outcome: 'failed', reason: 'exit', says: `${code ?? child.signalCode}: ${says}` };
    return fed.isRead && !isBroken ? { outcome: 'clean' } : { outcome: 'failed', reason: 'unread', says };
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Writes a file to a scanner. One that reads no further is no fault of the file's; a file that cannot be read on is, and
 * the scanner must not take its beginning for the whole.
 */
async function feed(
  input: NodeJS.WritableStream,
  content: AsyncIterable<Uint8Array>,
  kill: () => void,
): Promise<{ isRead: boolean } | { fault: string }> {
  let fault: { fault: string } | undefined;
  async function* watched(): AsyncGenerator<Uint8Array> {
    // Only what reading throws: a pipe that breaks throws into this generator too, at its `yield`.
    const source = content[Symbol.asyncIterator]();
    const next = () =>
      source.next().catch((error: unknown) => {
        fault = { fault: String(error) };
        kill();
        throw error;
      });
    try {
      for (let part = await next(); !part.done; part = await next()) yield part.value;
    } finally {
      await source.return?.();
    }
  }
  try {
    await pipeline(Readable.from(watched()), input);
    return { isRead: true };
  } catch {
    return fault ?? { isRead: false };
  }
}
