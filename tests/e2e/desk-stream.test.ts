import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newestAuditId } from '../../src/store/audit.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { newToken } from '../support/customer.ts';
import { type CuttableLine, startCuttableLine } from '../support/cuttable-line.ts';
import { type Demo, startDemo, type Visit } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
import { aTicket, newKey, post } from '../support/requests.ts';

let demo: Demo;
let line: CuttableLine;
let visit: Visit;
let page: Page;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());
beforeEach(async () => {
  line = await startCuttableLine(demo.port);
  visit = await demo.visit();
  page = visit.page;
  await page.addInitScript(() => {
    const heard = { reloads: 0 };
    const Whole = EventSource;
    class Counted extends Whole {
      constructor(url: string) {
        super(url);
        this.addEventListener('reload', () => {
          heard.reloads += 1;
        });
      }
    }
    Object.assign(window, { EventSource: Counted, heard });
  });
  await signIn(page, { ...demo, port: line.port }, 'ola');
  // A page that was loaded anew would not have it any more.
  await page.evaluate(() => Object.assign(window, { isStillThisPage: true }));
});
afterEach(async () => {
  await visit.end();
  await line.close();
});

/** A ticket that a panel sends straight to the service, past the line. */
async function ticketArrives(subject: string): Promise<void> {
  const panel = { supportNumber: '7KcWt9Ru', installUrl: `http://zuraw.localhost:${demo.port}` };
  const body = aTicket({ ...panel, subject, ticketToken: newToken() });
  const url = `http://127.0.0.1:${demo.port}/api/v1/tickets`;
  const response = await fetch(
    url,
    post(body, { 'Idempotency-Key': `${newKey()}-${subject}`.replace(/[^\x21-\x7e]/g, '') }),
  );
  expect(response.status).toBe(201);
}

const row = (subject: string) => page.getByRole('link', { name: subject });
const isStillThisPage = () => page.evaluate(() => 'isStillThisPage' in window);
const reloads = () => page.evaluate(() => (window as unknown as { heard: { reloads: number } }).heard.reloads);

/** The ids by which the browser came back to the stream, in order. */
function lastEventIds(): number[] {
  const asked = line.sent().split('GET /api/desk/events').slice(1);
  return asked
    .flatMap((request) => /^Last-Event-ID: (\d+)\r$/im.exec(request.split('\r\n\r\n')[0] ?? '')?.[1] ?? [])
    .map(Number);
}

test('a line that was cut says so; when it is back, what came meanwhile is there once, by the last event heard', async () => {
  await ticketArrives('Przed przerwą');
  await row('Przed przerwą').waitFor();
  const heard = await newestAuditId(demo.store);
  line.cut();
  await page.getByText('Brak połączenia – odświeżamy').waitFor();
  await ticketArrives('W przerwie pierwsze');
  await ticketArrives('W przerwie drugie');
  expect(await row('W przerwie').count()).toBe(0);
  line.mend();
  await page.getByText('Na żywo').waitFor();
  await row('W przerwie pierwsze').waitFor();
  await row('W przerwie drugie').waitFor();
  await ticketArrives('Po przerwie');
  await row('Po przerwie').waitFor();
  for (const subject of ['Przed przerwą', 'W przerwie pierwsze', 'W przerwie drugie', 'Po przerwie']) {
    expect(await row(subject).count(), subject).toBe(1);
  }
  expect(lastEventIds()).toContain(heard);
  expect(await isStillThisPage()).toBe(true);
  expect(await reloads()).toBe(0);
});

test('who missed more than is told is told to read anew, and the page stays', async () => {
  const heard = await newestAuditId(demo.store);
  line.cut();
  await page.getByText('Brak połączenia – odświeżamy').waitFor();
  await ticketArrives('Wśród wielu');
  const { number } = await demo.store
    .selectFrom('tickets')
    .select('number')
    .where('subject', '=', 'Wśród wielu')
    .executeTakeFirstOrThrow();
  const entry = {
    at: toInstantText(Temporal.Now.instant()),
    actor: 'operator',
    action: 'ticket.seen' as const,
    details: '{}',
  };
  const many = Array.from({ length: 300 }, () => ({ ...entry, ticket_number: number }));
  await demo.store.insertInto('audit').values(many).execute();
  line.mend();
  await page.getByText('Na żywo').waitFor();
  await expect.poll(reloads).toBe(1);
  await row('Wśród wielu').waitFor();
  expect(await row('Wśród wielu').count()).toBe(1);
  // Nothing was heard before the cut but where the stream began.
  expect(lastEventIds().some((id) => id >= heard)).toBe(true);
  expect(await isStillThisPage()).toBe(true);
});
