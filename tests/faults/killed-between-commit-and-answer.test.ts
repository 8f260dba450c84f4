import { afterEach, expect, test } from 'vitest';
import { importShops } from '../../src/shops/import-shops.ts';
import { type Engine, openStore } from '../../src/store/open.ts';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { type AnswerEater, startAnswerEater } from './answer-eater.ts';
import { aSubmission } from './clients.ts';
import { type DatabaseUnderTest, startDatabaseUnderTest } from './database-under-test.ts';
import { postTicket } from './post-ticket.ts';

let home: ReturnType<typeof temporaryHome>;
let database: DatabaseUnderTest;
let service: ChildService;
let eater: AnswerEater;
afterEach(async () => {
  await eater.close();
  await service.end('SIGKILL');
  await database.discard();
  home.discard();
});

async function startOn(engine: Engine): Promise<void> {
  home = temporaryHome();
  database = await startDatabaseUnderTest(engine);
  const store = await openStore(database.url);
  await importShops(store, sampleShops(), NOW);
  await store.destroy();
  service = await startService(home.folder, { DATABASE_URL: database.url });
  eater = await startAnswerEater(service.port);
}

test.each<Engine>(['sqlite', 'postgres'])(
  'on %s an answer lost together with the service that gave it is given again, byte for byte',
  async (engine) => {
    await startOn(engine);
    const submission = aSubmission('Luka w koszyku');
    const answered = postTicket(eater.port, submission);
    const { head, body } = await eater.eaten;
    expect(head).toMatch(/^HTTP\/1\.1 201 /);
    expect((await service.end('SIGKILL')).signal).toBe('SIGKILL');
    expect(await answered).toBeNull();

    service = await startService(home.folder, { DATABASE_URL: database.url });
    expect(await postTicket(service.port, submission)).toEqual({ status: 201, body });
    const { number } = JSON.parse(body);
    expect(await storedTickets()).toEqual([{ number, subject: submission.subject }]);

    const next = await postTicket(service.port, aSubmission('Następne zgłoszenie'));
    expect(next?.status).toBe(201);
    expect(await storedTickets()).toHaveLength(2);
  },
);

async function storedTickets(): Promise<unknown[]> {
  const { tickets } = await database.inspect();
  return tickets.map(({ number, subject }) => ({ number, subject }));
}
