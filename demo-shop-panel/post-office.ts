import type { Server, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import createServer from 'hoodiecrow-imap';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../src/mail-settings.ts';

/** A letter that the demo's service sent, or that a visitor wrote to it. */
export interface PostLetter {
  id: number;
  /** `out`: from us to a customer; `in`: from a customer to us */
  way: 'out' | 'in';
  at: Date;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** what an answer to it needs */
  messageId: string;
  replyTo: string;
}

/** A letter that a visitor writes as a customer. */
export interface WrittenLetter {
  from: string;
  subject: string;
  text: string;
  /** the letter of ours that it answers; null for a new one */
  answers: PostLetter | null;
}

/** The demo's mail: a server for what goes out, a mailbox for what comes in, both in this process. */
export interface PostOffice {
  /** the settings of a service that uses it */
  mail: MailSettings;
  /** the newest first */
  letters: () => readonly PostLetter[];
  write: (letter: WrittenLetter) => void;
  close: () => Promise<void>;
}

const ADDRESS = 'pomoc@shopgold.localhost';
const USER = { user: ADDRESS, password: 'demo' };
const HOST = '127.0.0.1';

/** How many letters are remembered. */
const REMEMBERED = 200;

/** Opens the post office on two free ports that nobody but this machine reaches. */
export async function openPostOffice(): Promise<PostOffice> {
  const letters: PostLetter[] = [];
  const remember = (letter: Omit<PostLetter, 'id'>) => {
    letters.unshift({ ...letter, id: (letters[0]?.id ?? 0) + 1 });
    letters.length = Math.min(letters.length, REMEMBERED);
  };
  const smtp = outgoing(remember);
  await listen(smtp.server, (done) => smtp.listen(0, HOST, done));
  const imap = createServer({
    plugins: ['NAMESPACE', 'LITERALPLUS', 'IDLE', 'UIDPLUS', 'MOVE', 'ENABLE'],
    users: { [USER.user]: { password: USER.password } },
    storage: { INBOX: { messages: [] }, '': { separator: '/', folders: {} } },
  });
  const sockets = new Set<Socket>();
  imap.server.on('connection', (socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
  });
  await listen(imap.server, (done) => imap.listen(0, HOST, done));
  return {
    mail: settingsFor(portOf(smtp.server), portOf(imap.server)),
    letters: () => letters,
    write: (written) => {
      const letter = toLetter(written);
      imap.appendMessage('INBOX', [], false, Buffer.from(rawOf(letter, written.answers)).toString('binary'));
      remember(letter);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((closed) => smtp.close(() => closed())),
        new Promise<void>((closed) => imap.close(() => closed())),
      ]);
    },
  };
}

function outgoing(remember: (letter: Omit<PostLetter, 'id'>) => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      void buffer(stream)
        .then((raw) => simpleParser(raw))
        .then(({ date, from, to, subject, text, messageId, replyTo }) => {
          const [recipient] = Array.isArray(to) ? to : [to];
          remember({
            way: 'out',
            at: date ?? new Date(),
            from: from?.text ?? '',
            to: recipient?.text ?? '',
            subject: subject ?? '',
            text: text ?? '',
            messageId: messageId ?? '',
            replyTo: replyTo?.value[0]?.address ?? ADDRESS,
          });
          done();
        }, done);
    },
  }).on('error', () => undefined);
}

function settingsFor(smtp: number, imap: number): MailSettings {
  const server = { host: HOST, security: 'none' as const };
  return {
    smtp: { ...server, port: smtp, login: null },
    from: { name: 'Pomoc shopGold', address: ADDRESS },
    domain: 'shopgold.localhost',
    hasPlusAddresses: true,
    mailboxes: [{ ...server, port: imap, login: USER, name: `${ADDRESS}/INBOX`, folder: 'INBOX', language: 'pl' }],
    trustedServers: [],
    alertEmail: 'dyzur@shopgold.localhost',
    caFile: null,
  };
}

function toLetter({ from, subject, text, answers }: WrittenLetter): Omit<PostLetter, 'id'> {
  const messageId = `<${crypto.randomUUID()}@poczta.localhost>`;
  return { way: 'in', at: new Date(), from, to: answers?.replyTo ?? ADDRESS, subject, text, messageId, replyTo: from };
}

/** The letter as a mail program sends it. */
function rawOf({ at, from, to, subject, text, messageId }: Omit<PostLetter, 'id'>, answers: PostLetter | null): string {
  const encoded = (words: string) => `=?UTF-8?B?${Buffer.from(words).toString('base64')}?=`;
  return [
    `Message-ID: ${messageId}`,
    ...(answers ? [`In-Reply-To: ${answers.messageId}`, `References: ${answers.messageId}`] : []),
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

function listen(server: Server, start: (done: () => void) => void): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    start(() => listening());
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
