import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const PROGRAM = '/usr/sbin/dovecot';
const PASSWORD = 'tajne-haslo-skrzynki';

/** Whether Debian's `dovecot-imapd` is installed here. */
export const hasDovecot = existsSync(PROGRAM);

/** An IMAP server as vendors have it, with one mailbox in a temporary folder. */
export interface Dovecot {
  /** the address for `IMAP_URLS` */
  url: string;
  /** Puts a letter into the inbox as a mail server does, whether Dovecot runs or not. */
  deliver: (raw: string) => void;
  /** how many letters are in a folder, such as `.Pomoc.Przyj&ARk-te`; the inbox has no name */
  count: (folder: string) => number;
  /** Kills the server with everything it started, and starts it again. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts a server on a free port. As root it works under users of Debian's package, otherwise under this one. */
export async function startDovecot(): Promise<Dovecot> {
  const home = mkdtempSync(join(tmpdir(), 'pomoc-dovecot-'));
  chmodSync(home, 0o755);
  const owner = mailOwner();
  const mail = join(home, 'mail');
  for (const folder of [mail, ...['cur', 'new', 'tmp'].map((name) => join(mail, name))]) {
    mkdirSync(folder);
    chownSync(folder, owner.uid, owner.gid);
  }
  const port = await freePort();
  const file = join(home, 'dovecot.conf');
  writeFileSync(file, configuration(home, port, owner));
  let server = await start(file, port);
  let letters = 0;
  return {
    url: `imap://pomoc:${PASSWORD}@127.0.0.1:${port}/INBOX?starttls=off`,
    deliver: (raw) => {
      letters += 1;
      const name = `${1_700_000_000 + letters}.M${letters}.test`;
      writeFileSync(join(mail, 'tmp', name), raw);
      chownSync(join(mail, 'tmp', name), owner.uid, owner.gid);
      renameSync(join(mail, 'tmp', name), join(mail, 'new', name));
    },
    count: (folder) =>
      ['cur', 'new'].reduce((sum, part) => {
        const path = join(mail, folder, part);
        return sum + (existsSync(path) ? readdirSync(path).length : 0);
      }, 0),
    crash: async () => {
      await end(server);
      server = await start(file, port);
    },
    stop: async () => {
      await end(server);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Root may own no mail: Debian's user for it does. */
function mailOwner(): { uid: number; gid: number } {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  const idOf = (option: string) => Number(spawnSync('id', [option, 'mail']).stdout.toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function configuration(home: string, port: number, { uid, gid }: { uid: number; gid: number }): string {
  const { username, uid: mine } = userInfo();
  const own = mine === 0 ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`;
  return `${own}base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${home}/mail
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

async function start(file: string, port: number): Promise<ChildProcess> {
  // A group of its own: whatever it starts ends with it.
  const server = spawn(PROGRAM, ['-F', '-c', file], { detached: true, stdio: 'ignore' });
  for (let look = 0; look < 200; look++) {
    if (server.exitCode !== null) throw new Error(`Dovecot ended with ${server.exitCode}`);
    if (await answers(port)) return server;
    await pause(50);
  }
  throw new Error('Dovecot does not answer');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('data', () => done(true)).once('error', () => done(false));
    socket.setTimeout(1000, () => done(false));
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = once(server, 'exit');
  process.kill(-server.pid, 'SIGKILL');
  await ended;
}
