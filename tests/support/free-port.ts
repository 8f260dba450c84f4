import { createServer } from 'node:net';

/**
 * A port below the range from which the system takes the other end of connections: a client that knocks at a port of
 * that range while nobody listens can be connected to itself, and then holds the port against the restarted service.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error('No free port from 20000 to 29999');
}
