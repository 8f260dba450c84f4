import { createServer, type Server } from 'node:http';
import type { AddressInfo, BlockList } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { bareRefusal, refuseBadRequests } from './api/bad-requests.ts';
import { capConnections } from './api/cap-connections.ts';

/** What a client may keep of the server, and for how long. */
export interface ServeLimits {
  /** from the first byte of a request, or from the connection, to the end of its headers */
  headersTimeoutMs: number;
  /** from the first byte of a request to its last */
  requestTimeoutMs: number;
  /** how long a connection may rest between two requests */
  keepAliveTimeoutMs: number;
  /** how long a connection may stand still in the middle of an answer; longer than a request may take, which is cut with a word */
  stallTimeoutMs: number;
  /** how often the first two are looked at: a client is cut this much later at most */
  checkingIntervalMs: number;
  maxConnections: number;
  /** from one address that is no proxy of ours; null for load tests */
  maxConnectionsPerAddress: number | null;
}

/**
 * The smallest body that is sent in earnest, a part of an upload, has 256 kB: 30 s let it through at 70 kbit/s. More time
 * for uploads alone would have to be measured beside Node, and would be the time an attacker takes.
 *
 * nginx keeps its connections to us for 60 s: closing first would now and then drop a request that is just arriving.
 */
export const SERVE_LIMITS: ServeLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 65_000,
  stallTimeoutMs: 40_000,
  checkingIntervalMs: 2000,
  maxConnections: 2000,
  maxConnectionsPerAddress: 200,
};

/** Headers that are read of one request, and bytes of them together with the address. */
const MOST_HEADERS = 100;
const MOST_HEADER_BYTES = 16 * 1024;

/** How long requests in flight may take once shutdown began, before their connections are cut. Milliseconds. */
const SHUTDOWN_PATIENCE_MS = 10_000;

/** An app, or a wrapper of one. */
export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export interface RunningServer {
  port: number;
  /** Takes no new connections, lets the requests in flight finish, and resolves when the last one is answered. */
  close: () => Promise<void>;
}

/**
 * Listens with an app.
 * @param trustedProxies peers that bring many clients over few connections: these are not counted by address
 */
export async function serve(
  fetch: Fetch,
  address: { port: number; host: string },
  limits: ServeLimits = SERVE_LIMITS,
  trustedProxies?: BlockList,
): Promise<RunningServer> {
  const server = createLimitedServer(fetch, limits);
  if (limits.maxConnectionsPerAddress !== null) {
    capConnections(server, limits.maxConnectionsPerAddress, trustedProxies);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: closing(server) };
}

function createLimitedServer(fetch: Fetch, limits: ServeLimits): Server {
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    errorHandler: () => {
      const { body, ...init } = bareRefusal('malformed-request');
      return new Response(body, init);
    },
  });
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: limits.checkingIntervalMs,
      maxHeaderSize: MOST_HEADER_BYTES,
      requireHostHeader: false, // it is demanded one step later, where the refusal is in our words
    },
    listener,
  );
  server.timeout = limits.stallTimeoutMs;
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = limits.maxConnections;
  refuseBadRequests(server);
  return server;
}

function closing(server: Server): () => Promise<void> {
  // A client that keeps its connection would be served on and on: once closing, each answer is the last on its line.
  let isClosing = false;
  server.on('request', (_, response) => {
    response.once('close', () => {
      if (isClosing) server.closeIdleConnections();
    });
  });
  return () =>
    new Promise((resolve) => {
      isClosing = true;
      const impatience = setTimeout(() => server.closeAllConnections(), SHUTDOWN_PATIENCE_MS);
      server.close(() => {
        clearTimeout(impatience);
        resolve();
      });
    });
}
