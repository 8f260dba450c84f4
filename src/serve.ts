import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** How long requests in flight may take once shutdown began, before their connections are cut. Milliseconds. */
const SHUTDOWN_PATIENCE_MS = 10_000;

export interface RunningServer {
  port: number;
  /** Takes no new connections, lets the requests in flight finish, and resolves when the last one is answered. */
  close: () => Promise<void>;
}

/** Listens with an app; `fetch` may be a wrapper of its own. */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  address: { port: number; host: string },
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  // A client that keeps its connection would be served on and on: once closing, each answer is the last on its line.
  let isClosing = false;
  server.on('request', (_, response: ServerResponse) => {
    response.once('close', () => {
      if (isClosing && 'closeIdleConnections' in server) server.closeIdleConnections();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        const impatience = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          SHUTDOWN_PATIENCE_MS,
        );
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
      }),
  };
}
