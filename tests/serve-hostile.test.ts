import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseTrustedProxy } from '../src/api/http/trusted-proxy.ts';
import { toBlockList } from '../src/guard/address-range.ts';
import { type RunningServer, SERVE_LIMITS, serve } from '../src/serve.ts';
import { aCustomer, PNG, upload } from './support/customer.ts';
import { type RawClient, rawClient, trickle } from './support/raw-client.ts';
import { ZURAW } from './support/requests.ts';
import { type Service, service } from './support/service.ts';

/** As in earnest, only forty times as fast. */
const QUICK = {
  ...SERVE_LIMITS,
  headersTimeoutMs: 250,
  requestTimeoutMs: 500,
  checkingIntervalMs: 50,
  stallTimeoutMs: 900,
  maxConnectionsPerAddress: 5,
};

let api: Service;
let server: RunningServer;
beforeEach(async () => {
  api = await service();
  server = await serve(api.app.fetch, { port: 0, host: '127.0.0.1' }, QUICK);
});
afterEach(async () => {
  await server.close();
  await api.discard();
});

const BODY = JSON.stringify(ZURAW);

/** A request for `shop-status` as it goes over the line. */
function head(headers: readonly string[]): string {
  const lines = ['POST /api/v1/shop-status HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...headers];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

async function heardAfter(text: string): Promise<string> {
  const client = await rawClient(server.port);
  client.send(text);
  return client.ended;
}

/** What a service is asked by somebody who means well, while others do not. */
async function expectToServe(): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/shop-status`, {
    method: 'POST',
    body: BODY,
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
  });
  expect(answer.status).toBe(200);
}

function problemIn(heard: string): unknown {
  const [headers = '', body = ''] = heard.split('\r\n\r\n');
  expect(headers).toMatch(/^content-type: application\/problem\+json$/im);
  return JSON.parse(body);
}

test('clients that stop reading in the middle of an answer are cut, and make room', { timeout: 60_000 }, async () => {
  await server.close();
  // On a busy machine all of them must be there before the first is cut.
  server = await serve(api.app.fetch, { port: 0, host: '127.0.0.1' }, { ...QUICK, stallTimeoutMs: 8000 });
  const customer = await aCustomer(api);
  const id = await upload(api, Buffer.concat([PNG, Buffer.alloc(9_000_000)]), { bearer: customer.token });
  await customer.write('Plik', [id]);
  const ask = `GET /api/v1/attachments/${id} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${customer.token}\r\n\r\n`;
  const stalled = await Promise.all(
    Array.from({ length: QUICK.maxConnectionsPerAddress }, async () => {
      const socket = connect({ port: server.port, host: '127.0.0.1' });
      socket.on('error', () => {}); // being cut is what is wanted
      socket.write(ask);
      await once(socket, 'readable'); // nothing is read of it: the buffers on the way fill up, and stay so
      return socket;
    }),
  );
  await expect(expectToServe()).rejects.toThrow();
  await expect
    .poll(
      () =>
        expectToServe().then(
          () => 'served',
          () => 'refused',
        ),
      { timeout: 30_000 },
    )
    .toBe('served');
  for (const socket of stalled) socket.destroy();
});

describe('a slow client is cut, with an answer', () => {
  test.each<[string, (client: RawClient) => void]>([
    ['that says nothing', () => {}],
    ['that sends its headers letter by letter', (client) => trickle(client, 'GET / HTTP/1.1\r\nX: aaaaaaaa', 100)],
    [
      'that goes on adding headers',
      (client) => {
        client.send('GET /health/live HTTP/1.1\r\nHost: localhost\r\n');
        trickle(client, 'X: a\r\n', 20);
      },
    ],
    [
      'that sends its body letter by letter',
      (client) => {
        client.send(head(['Content-Length: 5000']));
        trickle(client, BODY, 50);
      },
    ],
    [
      'that sends its body in tiny chunks',
      (client) => {
        client.send(head(['Transfer-Encoding: chunked']));
        trickle(client, '1\r\n \r\n', 10);
      },
    ],
    ['that promises a body and sends none', (client) => client.send(head(['Content-Length: 5']))],
    [
      'that promises a longer body than it sends',
      (client) => client.send(head([`Content-Length: ${BODY.length + 1}`]) + BODY),
    ],
  ])('%s', async (_, attack) => {
    const client = await rawClient(server.port);
    attack(client);
    const heard = await client.ended;
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(problemIn(heard)).toMatchObject({ status: 408, code: 'request-timeout' });
    await expectToServe();
    expect(api.logLines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  });

  test('that rests too long between two requests, without an answer', async () => {
    await server.close();
    server = await serve(api.app.fetch, { port: 0, host: '127.0.0.1' }, { ...QUICK, keepAliveTimeoutMs: 100 });
    const client = await rawClient(server.port);
    client.send('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect((await client.ended).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
  });
});

describe('what is no request of HTTP is refused, and nobody else is the worse for it', () => {
  const chunked = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`;
  test.each<[string, string, number]>([
    ['both lengths', head(['Content-Length: 3', 'Transfer-Encoding: chunked']) + chunked, 400],
    ['two lengths', head(['Content-Length: 3', 'Content-Length: 4']) + BODY, 400],
    ['a negative length', head(['Content-Length: -1']) + BODY, 400],
    ['a length in letters', head(['Content-Length: ten']) + BODY, 400],
    ['chunks of no size', `${head(['Transfer-Encoding: chunked'])}zz\r\n`, 400],
    ['an encoding that nobody knows', head(['Transfer-Encoding: gzip']) + BODY, 400],
    ['a folded header', head(['X-A: b\r\n c']) + BODY, 400],
    ['a header without a name', head([': b']) + BODY, 400],
    ['a header with a bare CR', head(['X-A: b\rSet-Cookie: c']) + BODY, 400],
    ['a header with a NUL', head(['X-A: b\0']) + BODY, 400],
    ['garbage', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['a method that nobody knows', 'STEAL / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a path that is none', 'GET /\\a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['64 kB of headers', head([`X-A: ${'a'.repeat(65_536)}`]), 431],
    ['a thousand headers', head(Array(10_000).fill('X-A: a')), 431],
    ['a very long address', `GET /${'a'.repeat(65_536)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
  ])('%s', async (_, text, status) => {
    const heard = await heardAfter(text);
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(problemIn(heard)).toMatchObject({ status });
    await expectToServe();
  });

  test('what comes after the body is no second request', async () => {
    const heard = await heardAfter(`${head([`Content-Length: ${BODY.length}`])}${BODY}and more`);
    expect(heard.match(/HTTP\/1\.1 \d+/g)?.at(-1)).toBe('HTTP/1.1 400');
  });

  test('hanging up in the middle of a body', async () => {
    for (let round = 0; round < 20; round++) {
      const client = await rawClient(server.port);
      client.send(head(['Content-Length: 5000']) + BODY);
      client.hangUp();
      await client.ended;
    }
    await expectToServe();
  });
});

describe('a large body is refused before it has arrived', () => {
  test('when its length says so', async () => {
    const client = await rawClient(server.port);
    client.send(head([`Content-Length: ${256 * 1024 + 1}`]));
    expect(await client.answered(/"too-large"/)).toMatch(/^HTTP\/1\.1 413 /);
    client.hangUp();
  });

  test('when it comes in chunks and tells no length', async () => {
    const client = await rawClient(server.port);
    client.send(head(['Transfer-Encoding: chunked']));
    const chunk = `${(65_536).toString(16)}\r\n${' '.repeat(65_536)}\r\n`;
    for (let round = 0; round < 5; round++) client.send(chunk);
    expect(await client.answered(/"too-large"/)).toMatch(/^HTTP\/1\.1 413 /);
    client.hangUp();
  });

  /** What a client hears that reads nothing until it has sent everything. */
  async function heardAtLast(pieces: readonly string[]): Promise<string> {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    let error: unknown = null;
    socket.on('error', (problem) => {
      error = problem;
    });
    await once(socket, 'connect');
    socket.pause();
    for (const piece of pieces) {
      if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const heard: Uint8Array[] = [];
    socket.on('data', (bytes) => heard.push(Buffer.from(bytes)));
    socket.resume();
    socket.end();
    await once(socket, 'close');
    expect(error).toBeNull();
    return Buffer.concat(heard).toString('latin1');
  }

  const LONG = Array.from({ length: 15 }, () => ' '.repeat(65_536));

  test('and the client that goes on sending can read why', async () => {
    const told = await heardAtLast([head([`Content-Length: ${15 * 65_536}`]), ...LONG]);
    expect(told).toMatch(/^HTTP\/1\.1 413 .*"too-large"/s);
    const chunks = LONG.map((text) => `${text.length.toString(16)}\r\n${text}\r\n`);
    const chunked = await heardAtLast([head(['Transfer-Encoding: chunked']), ...chunks, '0\r\n\r\n']);
    expect(chunked).toMatch(/^HTTP\/1\.1 413 .*"too-large"/s);
    expect(chunked.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test('nor is it reset for headers that are too large, or for what is no HTTP', async () => {
    const headers = await heardAtLast([
      'GET / HTTP/1.1\r\nHost: localhost\r\nX: x',
      ...LONG.map((text) => text.replaceAll(' ', 'x')),
    ]);
    expect(headers).toMatch(/^HTTP\/1\.1 431 .*"headers-too-large"/s);
    const noise = await heardAtLast(['no request\r\n\r\n', ...LONG]);
    expect(noise).toMatch(/^HTTP\/1\.1 400 .*"malformed-request"/s);
    expect(noise.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test('but beyond a megabyte it is closed', async () => {
    const client = await rawClient(server.port);
    client.send(head(['Content-Length: 100000000']));
    await client.answered(/"too-large"/);
    for (let round = 0; round < 40; round++) client.send(' '.repeat(65_536));
    expect(await client.ended).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('and one that just fits is read', async () => {
    const padded = BODY.padEnd(256 * 1024);
    const client = await rawClient(server.port);
    client.send(head([`Content-Length: ${padded.length}`]) + padded);
    expect(await client.answered(/"state"/)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('connections', () => {
  test('of one address are held to their number; the next takes the place of the oldest that waits for nothing', async () => {
    const held: RawClient[] = [];
    for (let count = 0; count < 5; count++) held.push(await rawClient(server.port));
    const next = await rawClient(server.port);
    next.send(`GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(await next.answered(/live/)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await held[0]?.ended).toBe('');
    held[1]?.send(`GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(await held[1]?.answered(/live/)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('of one address that all are being answered are left alone: the next is hung up on', async () => {
    const go = Promise.withResolvers<void>();
    await server.close();
    const [asked, allAsked] = [[] as string[], Promise.withResolvers<void>()];
    const slowly = async ({ url }: Request) => {
      if (asked.push(url) === 5) allAsked.resolve();
      await go.promise;
      return new Response('at last');
    };
    server = await serve(slowly, { port: 0, host: '127.0.0.1' }, QUICK);
    const held = await Promise.all(Array.from({ length: 5 }, () => rawClient(server.port)));
    for (const client of held) client.send(`GET / HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await allAsked.promise;
    expect(await (await rawClient(server.port)).ended).toBe('');
    go.resolve();
    for (const client of held) expect(await client.answered(/at last/)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('of a trusted proxy are not', async () => {
    await server.close();
    const proxies = toBlockList(parseTrustedProxy('loopback') ?? []);
    server = await serve(api.app.fetch, { port: 0, host: '127.0.0.1' }, QUICK, proxies);
    const held = await Promise.all(Array.from({ length: 8 }, () => rawClient(server.port)));
    for (const client of held) client.send('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    for (const client of held) expect(await client.answered(/live/)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test('who expects something that nobody knows is answered like everybody else', async () => {
  const heard = await heardAfter(head(['Expect: x', 'Connection: close', `Content-Length: ${BODY.length}`]) + BODY);
  expect(heard).toMatch(/^HTTP\/1\.1 200 .*x-content-type-options: nosniff/is);
});

test('a connection that is kept for many requests collects nothing', async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on('warning', note);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let again = 0; again < 15; again++) {
    const request = get({ host: '127.0.0.1', port: server.port, path: '/api/v1/openapi.json', agent });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
  }
  agent.destroy();
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('limits count by the real socket', async () => {
  await server.close();
  await api.discard();
  api = await service({ rateLimits: true });
  server = await serve(api.app.fetch, { port: 0, host: '127.0.0.1' }, SERVE_LIMITS);
  const ask = (forwardedFor: string) =>
    fetch(`http://127.0.0.1:${server.port}/api/v1/shop-status`, {
      method: 'POST',
      body: BODY,
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': forwardedFor },
    });
  const limits = [await ask('203.0.113.7'), await ask('198.51.100.1')].map(({ headers }) => headers.get('RateLimit'));
  expect(limits).toEqual(['"shop-status";r=119;t=60', '"shop-status";r=118;t=60']);
});
