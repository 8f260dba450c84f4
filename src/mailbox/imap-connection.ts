import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import type { Mailbox } from '../mail-settings.ts';

/**
 * Time-outs of a connection, in milliseconds. A server that freezes is noticed by the first command after it. An open
 * connection may be silent for longer than `mailbox-reader.ts` waits with a search: both at the same moment would end it.
 */
const CONNECT_TIMEOUT_MS = 60_000;
const SOCKET_TIMEOUT_MS = 90_000;
const MAX_IDLE_MS = 2 * 60_000;

/** Longest letter that a server may hand over, in bytes: above what `fetch-mailbox.ts` asks for. */
const MAX_LITERAL_BYTES = 64 * 1024 * 1024;

/** Keeps the library's own log out of ours: its lines hold addresses and subjects. */
const SILENT = false;

/**
 * Why a mailbox cannot be read.
 *
 * - `login`: user or password is refused
 * - `certificate`: the server's certificate is not to be trusted; `tls`: it does not offer TLS at all
 * - `unreachable`: no connection; `silent`: a connection, and no answer
 * - `folder`: the folder cannot be opened
 * - `refused`: the server answered a command with no
 * - `unknown`: anything else
 */
export type MailboxFailure =
  | 'login'
  | 'certificate'
  | 'tls'
  | 'unreachable'
  | 'silent'
  | 'folder'
  | 'refused'
  | 'unknown';

/** A folder that cannot be opened. */
export class FolderError extends Error {}

/**
 * Makes a connection that nobody opened yet. One object serves one connection: after it is closed a new one is made.
 * @param caFile certificates of a private authority, which then are the only ones that are believed
 */
export function makeConnection(mailbox: Mailbox, caFile: string | null): ImapFlow {
  const { host, port, security, login } = mailbox;
  const connection = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...(caFile && { tls: { ca: readFileSync(caFile) } }),
    logger: SILENT,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    maxIdleTime: MAX_IDLE_MS,
    maxLiteralSize: MAX_LITERAL_BYTES,
  });
  // Whatever is under way fails with it, and says so; without a listener it would end the process.
  connection.on('error', () => undefined);
  return connection;
}

/** Connects and opens the folder for reading and moving. */
export async function openFolder(connection: ImapFlow, folder: string): Promise<void> {
  await connection.connect();
  try {
    await connection.mailboxOpen(folder);
  } catch (error) {
    if (!connection.usable) throw error;
    throw new FolderError('The folder cannot be opened', { cause: error });
  }
}

const CERTIFICATE_CODES = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;
const NETWORK_CODES = /^(?:ECONN|EHOST|ENET|ENOTFOUND|EAI_|EPIPE|NoConnection|EConnectionClosed|ClosedAfterConnect)/;
const TIMEOUT_CODES = /^(?:ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT)$/;

/** What an error of a connection means. Its words are left alone: they may repeat what we sent. */
export function failureOf(error: unknown): MailboxFailure {
  if (error instanceof FolderError) return 'folder';
  const { code, authenticationFailed, tlsFailed, responseStatus } = error as {
    code?: unknown;
    authenticationFailed?: boolean;
    tlsFailed?: boolean;
    responseStatus?: string;
  };
  if (authenticationFailed) return 'login';
  const text = String(code ?? '');
  if (CERTIFICATE_CODES.test(text)) return 'certificate';
  if (tlsFailed || /^ERR_SSL|^EPROTO$/.test(text)) return 'tls';
  if (TIMEOUT_CODES.test(text)) return 'silent';
  if (NETWORK_CODES.test(text)) return 'unreachable';
  return responseStatus ? 'refused' : 'unknown';
}
