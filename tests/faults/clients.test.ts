import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startClients } from './clients.ts';

let close = () => {};
afterEach(() => close());

/** A service that is not there yet: it says "try again", or gives a receipt, as it is told. */
async function aService(statusNow: () => number): Promise<number> {
  let receipts = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      receipts += 1;
      response.writeHead(statusNow()).end(JSON.stringify({ number: String(receipts) }));
    });
  });
  close = () => void server.close().closeAllConnections();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test('a submission is sent again for as long as the patience lasts, and counts as unanswered after it', async () => {
  const clients = startClients(await aService(() => 503), 3, 500);
  await clients.finish();
  expect(clients.unanswered).toBe(3);
  expect(clients.resent).toBeGreaterThan(3);
});

test('one that is answered at last is no fault, however often it was sent', async () => {
  let tries = 0;
  const clients = startClients(await aService(() => (++tries > 20 ? 201 : 503)), 1);
  await clients.watchForAnswer();
  await clients.finish();
  expect([clients.unanswered, clients.refusals]).toEqual([0, []]);
  expect(clients.resent).toBeGreaterThanOrEqual(20);
});
