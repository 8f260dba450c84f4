import { createServer, type Server } from 'node:http';
import type { AddressInfo, BlockList } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { bareRefusal, refuseBadRequests } from './api/http/bad-requests.ts';
import { capConnections } from './api/http/cap-connections.ts';
import { throwRestAway } from './api/http/throw-away.ts';

/** Limits on connections and on the time a client may take. */
export interface ServeLimits {
  /** from the first byte of a request, or from the connection, to the end of its headers */
  headersTimeoutMs: number;
  /** from the first byte of a request to its last */
  requestTimeoutMs: number;
  /** how long a connection may be idle between two requests */
  keepAliveTimeoutMs: number;
  /**
   * how long a connection may make no progress during a response; longer than `requestTimeoutMs`, whose end is answered
   * with a refusal
   */
  stallTimeoutMs: number;
  /** how often the first two are checked: a client is cut off at most this much later */
  checkingIntervalMs: number;
  maxConnections: number;
  /** connections from one address that is no trusted proxy; null for load tests */
  maxConnectionsPerAddress: number | null;
}

/**
 * The largest body, a part of an upload, has 256 kB: 30 s let it through at 70 kbit/s. More time for uploads alone
 * would need a timer beside Node's, and attackers would use it as well.
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

/** The most headers of one request, and the most bytes of them together with the request line. */
const MOST_HEADERS = 100;
const MOST_HEADER_BYTES = 16 * 1024;

/** How long requests in flight may take after shutdown began, before their connections are cut. Milliseconds. */
const SHUTDOWN_PATIENCE_MS = 10_000;

/** The fetch function of an app, or a wrapper of it. */
export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export interface RunningServer {
  port: number;
  /** Accepts no new connections, lets requests in flight finish, and resolves when the last one is answered. */
  close: () => Promise<void>;
}

/**
 * Serves an app on a port.
 * @param trustedProxies peers that carry many clients over few connections: not counted by address
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
    autoCleanupIncoming: false, // it waits for half a second only, see `throwRestAway`
  });
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: limits.checkingIntervalMs,
      maxHeaderSize: MOST_HEADER_BYTES,
      requireHostHeader: false, // checked one step later, where we write the refusal
    },
    listener,
  );
  server.timeout = limits.stallTimeoutMs;
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = limits.maxConnections;
  // Node would answer 417 by itself, without our headers and no problem document: what we do not know is not expected.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  refuseBadRequests(server);
  throwRestAway(server);
  return server;
}

function closing(server: Server): () => Promise<void> {
  // A client that keeps its connection open would be served for ever: once closing, each response closes its
  // connection.
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
