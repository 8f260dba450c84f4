import type { Server, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import createServer from 'hoodiecrow-imap';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
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
  /** as a mail program shows it; null where it is text alone */
  html: string | null;
  /** names of its files */
  files: readonly string[];
  /** with angle brackets, as all ids here */
  messageId: string;
  /** ids of the letters that it answers */
  references: readonly string[];
  /** where an answer to it goes */
  replyTo: string;
}

/** A letter that a visitor writes as a customer. */
export interface WrittenLetter {
  from: string;
  subject: string;
  text: string;
  file: { name: string; type: string; content: Uint8Array } | null;
  /** the letter of ours that it answers; null for a new one */
  answers: PostLetter | null;
}

/** The demo's mail: a server for what goes out, a mailbox for what comes in, both in this process. */
export interface PostOffice {
  /** the settings of a service that uses it */
  mail: MailSettings;
  /** the newest first */
  letters: () => readonly PostLetter[];
  /** Whether the service has taken a letter to it out of the inbox. */
  isTaken: (letter: PostLetter) => boolean;
  /** Sends a letter to the service. @returns its id */
  write: (letter: WrittenLetter) => Promise<number>;
  close: () => Promise<void>;
}

/** Where outages outside of opening hours are told: nobody answers there as a customer. */
export const ALERT_ADDRESS = 'dyzur@shopgold.localhost';

const ADDRESS = 'pomoc@shopgold.localhost';
const USER = { user: ADDRESS, password: 'demo' };
const HOST = '127.0.0.1';

/** How many letters are remembered. */
const REMEMBERED = 200;

/** Opens the post office on two free ports that nobody but this machine reaches. */
export async function openPostOffice(): Promise<PostOffice> {
  const letters: PostLetter[] = [];
  const remember = (letter: Omit<PostLetter, 'id'>) => {
    const id = (letters[0]?.id ?? 0) + 1;
    letters.unshift({ ...letter, id });
    letters.length = Math.min(letters.length, REMEMBERED);
    return id;
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
    isTaken: ({ messageId }) => !imap.getMailbox('INBOX')?.messages.some(({ raw }) => raw.includes(messageId)),
    write: async (written) => {
      const letter = toLetter(written);
      imap.appendMessage('INBOX', [], false, (await rawOf(letter, written.file)).toString('binary'));
      return remember(letter);
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

function outgoing(remember: (letter: Omit<PostLetter, 'id'>) => number): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      void buffer(stream)
        .then((raw) => simpleParser(raw))
        .then(({ date, from, to, subject, text, html, messageId, references, replyTo }) => {
          const [recipient] = Array.isArray(to) ? to : [to];
          remember({
            way: 'out',
            at: date ?? new Date(),
            from: from?.text ?? '',
            to: recipient?.text ?? '',
            subject: subject ?? '',
            text: text ?? '',
            html: html || null,
            files: [],
            messageId: messageId ?? '',
            references: [references ?? []].flat(),
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
    alertEmail: ALERT_ADDRESS,
    caFile: null,
  };
}

function toLetter({ from, subject, text, file, answers }: WrittenLetter): Omit<PostLetter, 'id'> {
  return {
    way: 'in',
    at: new Date(),
    from,
    to: answers?.replyTo ?? ADDRESS,
    subject,
    text,
    html: null,
    files: file ? [file.name] : [],
    messageId: `<${crypto.randomUUID()}@poczta.localhost>`,
    references: answers ? [...answers.references, answers.messageId] : [],
    replyTo: from,
  };
}

/** Writes letters as a mail program does, and sends none. */
const WRITER = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

async function rawOf(
  { at: date, from, to, subject, text, messageId, references }: Omit<PostLetter, 'id'>,
  file: WrittenLetter['file'],
): Promise<Buffer> {
  const answered = references.at(-1);
  const { message } = await WRITER.sendMail({
    from: { name: '', address: from },
    to: { name: '', address: to },
    subject,
    text,
    date,
    messageId,
    ...(answered && { inReplyTo: answered, references: [...references] }),
    ...(file && {
      attachments: [{ filename: file.name, contentType: file.type, content: Buffer.from(file.content) }],
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return Buffer.isBuffer(message) ? message : buffer(message);
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
