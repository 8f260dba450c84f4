import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importShops } from '../../src/registry/import-shops.ts';
import { openStore } from '../../src/store/open.ts';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { type AnswerEater, startAnswerEater } from './answer-eater.ts';
import { aSubmission } from './clients.ts';
import { postTicket } from './post-ticket.ts';

let home: ReturnType<typeof temporaryHome>;
let service: ChildService;
let eater: AnswerEater;
beforeEach(async () => {
  home = temporaryHome();
  const store = await openStore(home.databaseUrl);
  await importShops(store, sampleShops(), NOW);
  await store.destroy();
  service = await startService(home.folder, { DATABASE_URL: home.databaseUrl });
  eater = await startAnswerEater(service.port);
});
afterEach(async () => {
  await eater.close();
  await service.end('SIGKILL');
  home.discard();
});

test('an answer lost together with the service that gave it is given again, byte for byte', async () => {
  const submission = aSubmission('Luka w koszyku');
  const answered = postTicket(eater.port, submission);
  const { head, body } = await eater.eaten;
  expect(head).toMatch(/^HTTP\/1\.1 201 /);
  expect((await service.end('SIGKILL')).signal).toBe('SIGKILL');
  expect(await answered).toBeNull();

  service = await startService(home.folder, { DATABASE_URL: home.databaseUrl });
  expect(await postTicket(service.port, submission)).toEqual({ status: 201, body });
  const { number } = JSON.parse(body);
  expect(storedTickets()).toEqual([{ number, subject: submission.subject }]);

  const next = await postTicket(service.port, aSubmission('Następne zgłoszenie'));
  expect(next?.status).toBe(201);
  expect(storedTickets()).toHaveLength(2);
});

function storedTickets(): unknown[] {
  const database = new Database(home.databaseFile);
  const tickets = database.prepare('select number, subject from tickets order by sequence').all();
  database.close();
  return tickets;
}
