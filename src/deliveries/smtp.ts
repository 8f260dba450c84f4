import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { MailServer, MailSettings } from '../mail-settings.ts';
import type { SendError } from '../policy/mail-failure.ts';
import type { Letter } from './letter.ts';

/** Time-outs of one sending, in milliseconds each. A letter's lease is longer than all of them together. */
const TIMEOUT_MS = 60_000;

/** How many letters are sent at once. */
export const CONNECTIONS = 2;

/** What a server made of a letter. */
export type SendOutcome =
  | { outcome: 'sent'; response: string; serverId: string | null }
  | { outcome: 'refused'; error: SendError };

/** The way to the server. */
export interface Smtp {
  send: (letter: Letter) => Promise<SendOutcome>;
  close: () => void;
}

/** Opens the way to the server; nothing is connected before the first letter. Certificates are checked. */
export function openSmtp({ smtp, from, caFile }: MailSettings): Smtp {
  const transport = createTransport({
    ...connection(smtp, caFile),
    pool: true,
    maxConnections: CONNECTIONS,
    // The rows are the queue: nothing is repeated behind their back.
    maxRequeues: 0,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    send: async (letter) => {
      try {
        const { response } = (await transport.sendMail(toMessage(letter, from))) as { response: string };
        return { outcome: 'sent', response, serverId: renamed(response) };
      } catch (error) {
        return { outcome: 'refused', error: toSendError(error) };
      }
    },
    close: () => transport.close(),
  };
}

function connection({ host, port, security, login }: MailServer, caFile: string | null) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...(caFile && { tls: { ca: readFileSync(caFile) } }),
  };
}

function toMessage(letter: Letter, from: MailSettings['from']) {
  const { to, subject, text, html, messageId, inReplyTo, references, date, envelopeFrom, replyTo, headers } = letter;
  return {
    from,
    // As an object: nothing in it is read as a list of addresses.
    to: { name: '', address: to },
    replyTo: { name: from.name, address: replyTo },
    envelope: { from: envelopeFrom, to: [to] },
    subject,
    text,
    html,
    messageId: `<${messageId}>`,
    ...(inReplyTo && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.map((id) => `<${id}>`).join(' ') }),
    date,
    headers,
    textEncoding: 'quoted-printable' as const,
  };
}

/** The id that a server gave a letter in the place of ours, where its answer says so, such as Amazon SES. */
export function renamed(response: string): string | null {
  const named = /<([^\s<>"]+@[^\s<>"]+)>/.exec(response)?.[1];
  const ses = /^250 Ok ([\w-]{30,80})$/.exec(response.trim())?.[1];
  return named ?? (ses ? `${ses}@email.amazonses.com` : null);
}

/** What TLS itself says; the library calls it `ESOCKET`, as it calls a server that is away. */
const TLS_CODES = /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

function toSendError(error: unknown): SendError {
  const { code, command, responseCode, response, originalCode } = error as Partial<
    Record<keyof SendError | 'originalCode', unknown>
  >;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const original = text(originalCode);
  return {
    code: original && TLS_CODES.test(original) ? original : text(code),
    command: text(command),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    response: text(response)?.slice(0, 500) ?? null,
  };
}
