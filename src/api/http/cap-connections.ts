import type { Server } from 'node:http';
import { BlockList, type Socket } from 'node:net';
import { addressKey, isTrusted, toAddress } from './client-address.ts';

/**
 * Closes connections of one address beyond `most` at a time, so that a single slow client cannot take them all. Trusted
 * proxies are exempt, as they carry all clients.
 */
export function capConnections(server: Server, most: number, trustedProxies = new BlockList()): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = toAddress(socket.remoteAddress ?? '');
    if (address === null || isTrusted(address, trustedProxies)) return;
    const key = addressKey(address);
    const count = (open.get(key) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(key, count);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left === 0) open.delete(key);
      else open.set(key, left);
    });
  });
}
