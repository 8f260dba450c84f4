import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, type Letter, openHelp, send, startDemo, typeLetter, type Visit } from '../support/demo.ts';

interface SampleTicket extends Letter {
  covered: boolean;
  trap: string;
}

const samples: SampleTicket[] = JSON.parse(
  readFileSync(new URL('../support/sample-tickets.json', import.meta.url), 'utf8'),
);

let demo: Demo;
let visit: Visit;
beforeAll(async () => {
  demo = await startDemo();
  visit = await demo.visit();
  await visit.page.goto(demo.url('smaki')); // the panel in iso-8859-2: whatever is typed there must arrive too
  await openHelp(visit.page);
});
afterAll(async () => {
  await visit.end();
  await demo.close();
});

test('there are fifteen of them', () => {
  expect(samples).toHaveLength(15);
});

test.each(samples)('„$subject” is read back letter by letter', async (sample) => {
  const { page, complaints } = visit;
  await typeLetter(page, sample);
  if (sample.topic === 'outage') {
    // Nothing ticked is asked about once.
    await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
    await page.getByText('Czy coś z tej listy teraz nie działa?').waitFor();
  }
  const number = await send(page);
  const ticket = await demo.store
    .selectFrom('tickets')
    .innerJoin('messages', 'messages.ticket_number', 'tickets.number')
    .select(['tickets.topic', 'tickets.subject', 'messages.text', 'tickets.covered'])
    .where('tickets.number', '=', number)
    .executeTakeFirstOrThrow();
  expect(ticket.subject).toBe(sample.subject);
  expect(ticket.text).toBe(sample.description);
  expect(ticket.topic).toBe(sample.topic);
  if (/^N\d+$/.test(sample.topic)) expect(ticket.covered).toBe(0);
  expect(complaints).toEqual([]);
  await page.getByRole('button', { name: 'Nowe zgłoszenie' }).click();
});
