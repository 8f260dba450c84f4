import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { startSmtpServer } from './smtp-server.ts';

/** How long the server takes at most from writing a letter down to its yes, in milliseconds. */
const SLOWEST_YES_MS = 400;

/** What a server said yes to. */
export interface Accepted {
  /** with its angle brackets */
  id: string;
  to: string;
}

/** An SMTP server in a process of its own, which can be killed at any moment. */
export interface SmtpChild {
  port: number;
  /** everything that was written down, in order, whether or not the sender heard the yes */
  accepted: () => Accepted[];
  /** Kills the server and starts it again on the same port. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts one. @param file where it writes down each letter, for good, before it says yes */
export async function startSmtpChild(file: string): Promise<SmtpChild> {
  const port = await freePort();
  const start = async () => {
    const program = fileURLToPath(import.meta.url);
    const child = spawn(process.execPath, [program, file, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return child;
  };
  let server = await start();
  const end = async () => {
    if (server.exitCode !== null) throw new Error(`The SMTP server had ended by itself with ${server.exitCode}`);
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  return {
    port,
    accepted: () => (existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : []),
    crash: async () => {
      await end();
      server = await start();
    },
    stop: async () => {
      if (server.exitCode === null) await end();
    },
  };
}

function linesOf(text: string): Accepted[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Accepted);
}

if (import.meta.main) {
  const [file = '', port = ''] = process.argv.slice(2);
  const kept = openSync(file, 'a');
  process.once('exit', () => closeSync(kept));
  const data = async ({ header, envelope }: { header: Record<string, string>; envelope: { to: string[] } }) => {
    // One write of a short line is whole or not there, whenever the process is killed.
    writeSync(kept, `${JSON.stringify({ id: header['message-id'] ?? '', to: envelope.to.join() })}\n`);
    fsyncSync(kept);
    // As busy servers do: whoever is killed meanwhile does not hear the yes.
    await pause(Math.random() * SLOWEST_YES_MS);
    return undefined;
  };
  await startSmtpServer({ data }, {}, Number(port));
  process.stdout.write('listening\n');
}
