import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPanelTicket } from '../../src/channels/panel.ts';
import { printQueueCommand } from '../../src/commands/print-queue.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { aTicket, newKey, ZURAW } from '../support/requests.ts';
import { FIRST_SETTINGS, HASH_KEY, NOW, type Service, service } from '../support/service.ts';

let desk: Service;
beforeEach(async () => {
  desk = await service();
});
afterEach(() => desk.discard());

async function open(otherwise: Partial<OpenTicketRequest>, origin: string | null, hoursAgo: number): Promise<void> {
  const submission = {
    request: aTicket(otherwise),
    idempotencyKey: newKey(),
    origin,
    caller: { kind: 'nobody' } as const,
    language: 'pl' as const,
    address: null,
  };
  const deps = { store: desk.store, hashKey: HASH_KEY, now: () => NOW.subtract({ hours: hoursAgo }) };
  const result = await openPanelTicket(deps, submission);
  expect(result.outcome).toBe('done');
}

async function printed(limit = 50): Promise<string[]> {
  const terminal = collectingTerminal();
  await printQueueCommand(desk.store, terminal, FIRST_SETTINGS, { limit });
  return terminal.lines;
}

const EMPTY = ['Awarie (0)', '', 'Kończy się termin (0)', '', 'Obiecane (0)', '', 'Kolejka (0)', ''];

test('an empty queue is four empty sections', async () => {
  expect(await printed()).toEqual(EMPTY);
});

test('outages first, then what falls due, then the panel before the form (R6, R7, R10)', async () => {
  await open({ subject: 'formularz wcześniej' }, null, 20);
  await open({ subject: 'panel później' }, ZURAW.installUrl, 10);
  await open({ subject: 'formularz prawie po terminie' }, null, 65);
  await open({ subject: 'sklep nie działa', topic: 'outage', outage: { facts: ['shop-down'] } }, null, 1);
  const lines = await printed();
  expect(lines.filter((line) => !line.startsWith('  '))).toEqual([
    'Awarie (1)',
    '',
    'Kończy się termin (1)',
    '',
    'Obiecane (0)',
    '',
    'Kolejka (2)',
    '',
  ]);
  const subjects = lines.filter((line) => line.startsWith('  ')).map((line) => line.split('Księgarnia Żuraw  ')[1]);
  expect(subjects).toEqual([
    'sklep nie działa',
    'formularz prawie po terminie',
    'panel później',
    'formularz wcześniej',
  ]);
});

test('a ticket stands in one line: number, channel, due time in Warsaw, topic, shop, subject', async () => {
  await open({}, ZURAW.installUrl, 0);
  expect((await printed()).at(-2)).toBe(
    '  1000015  panel  termin 25.11.2026, 10:00  configuration  Księgarnia Żuraw  Darmowa dostawa od 200 zł',
  );
});

test('what would command the terminal becomes visible, whoever stored it', async () => {
  const subject = '\u001b]0;tytuł\u0007\u001b[31m \u009b2J\r\n\u202eodwrotnie\u200b';
  await insertTicket(desk.store, aTicketRow(100_001, { subject }));
  const lines = await printed();
  expect(lines.at(-2)).toMatch(/·\]0;tytuł··\[31m ·2J···odwrotnie·$/);
  expect(lines.join('')).not.toMatch(/\p{Cc}|\p{Cf}/u);
});

test('a limit cuts each section by itself', async () => {
  for (const hoursAgo of [3, 2, 1]) await open({}, ZURAW.installUrl, hoursAgo);
  for (const hoursAgo of [65, 64]) await open({}, ZURAW.installUrl, hoursAgo);
  const numbers = (await printed(1)).filter((line) => line.startsWith('  ')).map((line) => line.trim().split(' ')[0]);
  expect(numbers).toEqual([ticketNumber(100_004), ticketNumber(100_001)]);
});

test('what we said we would come back to is not forgotten, though no promise runs', async () => {
  await open({ subject: 'sprawdzimy' }, null, 1);
  const [{ number } = { number: '' }] = await desk.store.selectFrom('tickets').select('number').execute();
  const action = { number, actor: 'operator', author: null };
  await agentReplies({ store: desk.store, now: () => NOW }, action, { text: 'Sprawdzimy.', status: 'in-progress' });
  const lines = await printed();
  expect(lines.slice(0, 8)).toEqual(EMPTY);
  expect(lines.slice(8)).toEqual(['W trakcie realizacji, bez terminu (1)', expect.stringMatching(/sprawdzimy$/), '']);
});

test('what we said we write today, and what is back from being put off, stands with its time in Warsaw', async () => {
  const back = { waiting_since: null, answer_by: null, queue_waiting: 0, status: 'in-progress' } as const;
  const [early, noon] = ['2026-11-22T08:00:00.000Z', '2026-11-22T12:00:00.000Z'];
  await insertTicket(desk.store, aTicketRow(100_001, { ...back, follow_up_at: noon, queue_return_at: noon }));
  await insertTicket(desk.store, aTicketRow(100_002, { ...back, snoozed_until: early, queue_return_at: early }));
  const lines = (await printed()).filter((line) => /Obiecane|obiecane|odłożone/.test(line));
  expect(lines.map((line) => line.split(' configuration')[0]?.trimEnd())).toEqual([
    'Obiecane (2)',
    `  ${ticketNumber(100_002)}  panel  odłożone do 22.11.2026, 09:00`,
    `  ${ticketNumber(100_001)}  panel  obiecane do 22.11.2026, 13:00`,
  ]);
});
