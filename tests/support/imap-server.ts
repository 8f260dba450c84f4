/// <reference path="../../demo-shop-panel/hoodiecrow-imap.d.ts" />

import type { Socket } from 'node:net';
import createServer, { type HoodieMessage } from 'hoodiecrow-imap';
import type { Mailbox } from '../../src/mail-settings.ts';

/** An IMAP server of a test, with one mailbox. */
export interface ImapServer {
  /** the settings that lead to it */
  mailbox: Mailbox;
  /** Puts a letter into the inbox, and tells whoever idles. */
  deliver: (raw: string | Uint8Array) => void;
  /** what is in a folder, by the name that the server has for it */
  letters: (folder: string) => HoodieMessage[];
  /** whether the last that anybody said to it was that it waits for news */
  isIdling: () => boolean;
  /** ends all connections, as a restart does */
  cut: () => void;
  close: () => Promise<void>;
}

/** Folders as a server names them, in the encoding of IMAP: `Przyjęte` and `Odłożone`. */
export const STORED_FOLDER = 'Pomoc/Przyj&ARk-te';
export const SET_ASIDE_FOLDER = 'Pomoc/Od&AUI-o&AXw-one';

const USER = 'pomoc@shopgold.pl';
export const PASSWORD = 'tajne-haslo-skrzynki';

/**
 * Starts a server in this process.
 * @param options.plugins what it is able to do
 * @param options.isTls with a certificate that nobody trusts
 * @param options.separator between folders; with one of `.` everything is below INBOX
 */
export async function imapServer(
  options: { plugins?: readonly string[]; separator?: '/' | '.'; password?: string; isTls?: boolean } = {},
): Promise<ImapServer> {
  const { plugins = ['IDLE', 'UIDPLUS', 'MOVE', 'ENABLE'], separator = '/' } = options;
  const prefix = separator === '.' ? 'INBOX.' : '';
  const server = createServer({
    secureConnection: options.isTls ?? false,
    plugins: ['NAMESPACE', 'LITERALPLUS', ...plugins],
    users: { [USER]: { password: options.password ?? PASSWORD } },
    storage: { INBOX: { messages: [] }, [prefix]: { separator, folders: {} } },
  });
  const sockets = new Set<Socket>();
  let lastSaid = '';
  server.server.on('connection', (socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      lastSaid = bytes.toString('latin1');
    });
    socket.setNoDelay(); // it writes its answers in small pieces, each of which would wait
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    mailbox: {
      host: '127.0.0.1',
      port,
      security: options.isTls ? 'tls' : 'none',
      login: { user: USER, password: PASSWORD },
      name: `${USER}@127.0.0.1/INBOX`,
      folder: 'INBOX',
      language: 'pl',
    },
    deliver: (raw) => void server.appendMessage('INBOX', [], false, Buffer.from(raw).toString('binary')),
    letters: (folder) => server.getMailbox(folder)?.messages ?? [],
    isIdling: () => lastSaid.includes('IDLE'),
    cut,
    close: async () => {
      cut();
      await new Promise<void>((closed) => server.close(closed));
    },
  };
}
