import { Agent, get, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type RunningServer, serve } from '../src/serve.ts';

const LOOPBACK = '127.0.0.1';

interface Answered {
  status: number | undefined;
  connection: string | undefined;
  body: string;
}

function ask(port: number, agent?: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    get({ host: LOOPBACK, port, agent: agent ?? false }, async (response: IncomingMessage) => {
      const chunks = await response.toArray();
      const body = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode, connection: response.headers.connection, body });
    }).on('error', reject);
  });
}

let server: RunningServer | undefined;
let keepAlive: Agent | undefined;
afterEach(async () => {
  keepAlive?.destroy();
  await server?.close();
  server = undefined;
});

/** A server whose one answer waits until the test lets it go. */
async function waitingServer() {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const answer = async () => {
    reached.resolve();
    await released.promise;
    return new Response('odpowiedź');
  };
  server = await serve(answer, { port: 0, host: LOOPBACK });
  return { server, reached: reached.promise, release: () => released.resolve() };
}

test('port 0 means any free port, which is told', async () => {
  server = await serve(() => new Response('jest'), { port: 0, host: LOOPBACK });
  expect(server.port).toBeGreaterThan(0);
  expect(await ask(server.port)).toMatchObject({ status: 200, body: 'jest' });
});

test('a port that is taken is an error, not a server', async () => {
  server = await serve(() => new Response(), { port: 0, host: LOOPBACK });
  await expect(serve(() => new Response(), { port: server.port, host: LOOPBACK })).rejects.toThrow('EADDRINUSE');
});

test('closing answers the request in flight, refuses new connections, and ends', async () => {
  const waiting = await waitingServer();
  const inFlight = ask(waiting.server.port);
  await waiting.reached;
  let closed = false;
  const closing = waiting.server.close().then(() => {
    closed = true;
  });
  await expect(ask(waiting.server.port)).rejects.toThrow('ECONNREFUSED');
  expect(closed).toBe(false);
  waiting.release();
  expect(await inFlight).toMatchObject({ status: 200, body: 'odpowiedź' });
  await closing;
});

test('a connection kept open by a client with nothing to ask does not hold up closing', async () => {
  keepAlive = new Agent({ keepAlive: true });
  server = await serve(() => new Response('jest'), { port: 0, host: LOOPBACK });
  expect((await ask(server.port, keepAlive)).connection).toBe('keep-alive');
  await server.close();
  await expect(ask(server.port)).rejects.toThrow('ECONNREFUSED');
});

// A kept connection is served on until it rests for 5 s or is cut after 10 s, and close() waits for that. Reported.
test('once closing, a client that keeps its connection gets the answer it waits for and no other', async () => {
  keepAlive = new Agent({ keepAlive: true });
  const waiting = await waitingServer();
  const inFlight = ask(waiting.server.port, keepAlive);
  await waiting.reached;
  const closing = waiting.server.close();
  waiting.release();
  expect((await inFlight).status).toBe(200);
  await expect(ask(waiting.server.port, keepAlive)).rejects.toThrow(/ECONN|hang up/);
  await closing;
});
