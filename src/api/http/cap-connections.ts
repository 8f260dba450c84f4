import type { IncomingMessage, Server } from 'node:http';
import { BlockList, type Socket } from 'node:net';
import { addressWidths, isTrusted, toAddress } from './client-address.ts';

/**
 * Holds one address (IPv6 at three widths) to `most` connections at a time, so that a single slow client cannot take
 * them all. Trusted proxies are exempt, as they carry all clients.
 *
 * An office has one address, and one of it may be slow, or worse: a new connection therefore takes the place of the
 * oldest one that is not being answered, first of those without a request, then of those whose request has not
 * arrived. It is closed itself only when all others are being answered.
 */
export function capConnections(server: Server, most: number, trustedProxies = new BlockList()): void {
  /** by address, the oldest first */
  const open = new Map<string, Set<Socket>>();
  const requests = new WeakMap<Socket, IncomingMessage>();
  server.on('request', ({ socket }: IncomingMessage, response) => {
    requests.set(socket, response.req);
    response.once('close', () => requests.delete(socket));
  });

  /** Makes room for one more; false when there is none. */
  function makeRoom(others: ReadonlySet<Socket>): boolean {
    const all = [...others].filter(({ destroyed }) => !destroyed);
    const given = all.find((socket) => !requests.has(socket)) ?? all.find((socket) => !requests.get(socket)?.complete);
    given?.destroy();
    return given !== undefined;
  }

  server.on('connection', (socket: Socket) => {
    const address = toAddress(socket.remoteAddress ?? '');
    if (address === null || isTrusted(address, trustedProxies)) return;
    const keys: string[] = [];
    for (const { key, times } of addressWidths(address)) {
      const others = open.get(key) ?? new Set();
      const isFull = [...others].filter(({ destroyed }) => !destroyed).length >= most * times;
      if (isFull && !makeRoom(others)) {
        socket.destroy();
        break;
      }
      keys.push(key);
      open.set(key, others.add(socket));
    }
    socket.once('close', () => {
      for (const key of keys) {
        const left = open.get(key);
        left?.delete(socket);
        if (left?.size === 0) open.delete(key);
      }
    });
  });
}
