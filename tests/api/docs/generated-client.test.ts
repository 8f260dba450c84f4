import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTicketNumber } from '../../../src/contract/tickets/ticket-number.ts';
import { type RunningServer, serve } from '../../../src/serve.ts';
import { countTickets } from '../../../src/store/tickets.ts';
import { aTicket, EXPIRED } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

const NODE_MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Three processes: the generator, the compiler and the client. */
const TIMEOUT_MS = 60_000;

/** What somebody would write who has nothing but the document: opens a ticket, answers it, is refused once. */
const PROGRAM = `
import { addMessage, defaults, openTicket, readTicket } from './client.ts';
const { origin, ticket, expired } = JSON.parse(process.argv[2] ?? '');
defaults.baseUrl = origin;
const opened = await openTicket('client-key-' + crypto.randomUUID(), ticket);
if (opened.status !== 201) throw new Error(opened.data.code);
const again = { headers: { Authorization: 'Bearer ' + ticket.ticketToken } };
const written = await addMessage(opened.data.number, 'client-key-' + crypto.randomUUID(), { text: 'Dziękuję!' }, again);
const read = await readTicket(opened.data.number, {}, again);
const refused = await openTicket('client-key-' + crypto.randomUUID(), expired);
console.log(JSON.stringify({ opened, written, read, refused }, (name, value) => (name === 'headers' ? undefined : value)));
`;

let api: Service;
let server: RunningServer;
let folder: string;
beforeAll(async () => {
  api = await service();
  server = await serve(api.app.fetch, { port: 0, host: '127.0.0.1' });
  folder = mkdtempSync(join(tmpdir(), 'pomoc-client-'));
  symlinkSync(NODE_MODULES, join(folder, 'node_modules'), 'junction');
});
afterAll(async () => {
  await server.close();
  await api.discard();
  rmSync(folder, { recursive: true });
});

const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: folder });

test('a client generated from the document as it is served opens a ticket', { timeout: TIMEOUT_MS }, async () => {
  const origin = `http://127.0.0.1:${server.port}`;
  const document = await fetch(`${origin}/api/v1/openapi.json`);
  writeFileSync(join(folder, 'openapi.json'), await document.text());
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'program.ts'), PROGRAM);
  await node(join(NODE_MODULES, 'oazapfts/dist/cli.js'), 'openapi.json', 'client.ts');

  const types = ['--types', 'node', '--module', 'nodenext', '--allowImportingTsExtensions', '--skipLibCheck'];
  await node(join(NODE_MODULES, 'typescript/bin/tsc'), 'program.ts', '--noEmit', '--strict', ...types);

  const ticket = aTicket();
  const { stdout } = await node('program.ts', JSON.stringify({ origin, ticket, expired: aTicket(EXPIRED) }));
  const { opened, written, read, refused } = JSON.parse(stdout);
  expect(opened).toMatchObject({ status: 201, data: { status: 'new', answerBy: '2026-11-25T09:00:00Z' } });
  expect(isTicketNumber(opened.data.number)).toBe(true);
  expect(written).toMatchObject({ status: 201, data: { from: 'customer', text: 'Dziękuję!' } });
  expect(read.data.messages).toHaveLength(2);
  expect(read.data).toMatchObject({ number: opened.data.number, subject: ticket.subject });
  expect(refused).toMatchObject({ status: 403, data: { code: 'support-expired', lastDay: '2026-02-28' } });
  expect(await countTickets(api.store)).toBe(1);
});
