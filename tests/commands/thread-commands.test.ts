import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveTicketCommand } from '../../src/commands/move-ticket.ts';
import { replyToTicketCommand } from '../../src/commands/reply-to-ticket.ts';
import { saveFileCommand } from '../../src/commands/save-file.ts';
import { showTicketCommand } from '../../src/commands/show-ticket.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { aCustomer, type Customer, newToken, PNG, upload } from '../support/customer.ts';
import { aTicket, newKey, post } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
let customer: Customer;
let file: string;
beforeEach(async () => {
  api = await service();
  const ticketToken = newToken();
  file = await upload(api, PNG, { bearer: ticketToken, name: 'zrzut\u202e.png' });
  customer = await aCustomer(api, {
    ticketToken,
    attachments: [file],
    subject: 'Dostawa \u0085[31m',
    description: 'pierwsza\ndruga',
    contact: { email: 'a@b.pl', name: 'Anna' },
  });
});
afterEach(() => api.discard());

const WAITING = { status: 'waiting-for-customer' } as const;

test('pomoc show: the ticket, its thread with notes and files; nothing a terminal would obey', async () => {
  await replyToTicketCommand(api.store, collectingTerminal(), customer.number, 'Klient VIP', {
    ...WAITING,
    note: true,
  });
  await replyToTicketCommand(api.store, collectingTerminal(), customer.number, 'Proszę.\n', {
    ...WAITING,
    author: 'Ola',
  });
  const terminal = collectingTerminal();
  expect(await showTicketCommand(api.store, terminal, customer.number)).toBe(0);
  expect(terminal.lines).toEqual([
    `${customer.number}  Dostawa ·[31m`,
    'oczekuje na odpowiedź klienta · formularz · configuration · a@b.pl',
    '',
    'Klient (Anna), 22.11.2026, 10:00',
    '  pierwsza',
    '  druga',
    `  + zrzut.png (image/png, ${PNG.length} B): pomoc file ${file}`,
    '',
    'Notatka, 22.11.2026, 10:00',
    '  Klient VIP',
    '',
    'Odpowiedź (Ola), 22.11.2026, 10:00',
    '  Proszę.',
  ]);
});

test('pomoc show says by when an answer is promised', async () => {
  const terminal = collectingTerminal();
  await showTicketCommand(api.store, terminal, customer.number);
  expect(terminal.lines[1]).toBe('nowe · formularz · configuration · a@b.pl · odpowiedź do 25.11.2026, 10:00');
});

test('pomoc show marks a ticket that came from the panel of another shop', async () => {
  const sent = post(aTicket({ fromOtherShop: true }), { 'Idempotency-Key': newKey(), Origin: 'http://rowery-kolo.pl' });
  const { number } = (await (await api.app.request('/api/v1/tickets', sent)).json()) as { number: string };
  const terminal = collectingTerminal();
  await showTicketCommand(api.store, terminal, number);
  expect(terminal.lines[1]).toContain('formularz · z panelu innego sklepu (rowery-kolo.pl) · configuration');
});

describe('pomoc answer', () => {
  test('reaches the customer, without the line feed that ends every input', async () => {
    const terminal = collectingTerminal();
    expect(await replyToTicketCommand(api.store, terminal, customer.number, 'Proszę.\n', WAITING)).toBe(0);
    expect(terminal.lines).toEqual([`Wysłano odpowiedź: ${customer.number}, oczekuje na odpowiedź klienta.`]);
    expect((await customer.read()).messages[1]?.text).toBe('Proszę.');
  });

  test.each(['', ' \n', 'x'.repeat(20_001), 'a\u0000b'])('refuses an answer that cannot be', async (text) => {
    const terminal = collectingTerminal();
    expect(await replyToTicketCommand(api.store, terminal, customer.number, text, WAITING)).toBe(1);
    expect(terminal.errors).toEqual(['Odpowiedź musi mieć od 1 do 20000 znaków, bez znaków sterujących.']);
    expect((await customer.read()).messages).toHaveLength(1);
  });
});

describe('what the customer wrote meanwhile', () => {
  test('is never answered unseen: first it must be shown', async () => {
    await customer.write('Sklep nie działa!');
    const terminal = collectingTerminal();
    expect(await replyToTicketCommand(api.store, terminal, customer.number, 'Proszę.', WAITING)).toBe(1);
    expect(await moveTicketCommand(api.store, terminal, customer.number, 'solved')).toBe(1);
    expect(terminal.errors).toEqual([
      `Klient dopisał coś, czego jeszcze nie widać: najpierw pomoc show ${customer.number}. Nic nie wysłano.`,
      `Klient dopisał coś, czego jeszcze nie widać: najpierw pomoc show ${customer.number}.`,
    ]);
    expect(await customer.read()).toMatchObject({ status: 'new', answerBy: '2026-11-25T09:00:00Z' });
    await showTicketCommand(api.store, terminal, customer.number);
    expect(await replyToTicketCommand(api.store, terminal, customer.number, 'Już patrzymy.', WAITING)).toBe(0);
  });
});

test('a name on an answer is one line', async () => {
  const terminal = collectingTerminal();
  const options = { ...WAITING, author: 'Ola\nNowak' };
  expect(await replyToTicketCommand(api.store, terminal, customer.number, 'x', options)).toBe(1);
  expect(terminal.errors).toEqual(['Podpis musi być jednym wierszem, najwyżej 100 znaków.']);
});

test("pomoc file writes a customer's file whole, under our name, and over nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-file-'));
  const out = join(folder, 'zrzut.png');
  const terminal = collectingTerminal();
  expect(await saveFileCommand(api.store, terminal, file, out)).toBe(0);
  expect(Buffer.compare(readFileSync(out), PNG)).toBe(0);
  expect(await saveFileCommand(api.store, terminal, file, out)).toBe(1);
  expect(await saveFileCommand(api.store, terminal, 'x'.repeat(22), join(folder, 'b'))).toBe(1);
  expect(terminal.errors).toHaveLength(2);
  rmSync(folder, { recursive: true });
});

test('pomoc status moves, or says why not', async () => {
  const terminal = collectingTerminal();
  expect(await moveTicketCommand(api.store, terminal, customer.number, 'in-progress')).toBe(0);
  expect(await moveTicketCommand(api.store, terminal, customer.number, 'waiting-for-customer')).toBe(1);
  expect(await moveTicketCommand(api.store, terminal, customer.number, 'new')).toBe(1);
  expect(terminal.lines).toEqual([`${customer.number}: w trakcie realizacji.`]);
  expect(terminal.errors).toEqual([
    'Klient czeka na odpowiedź: najpierw trzeba odpowiedzieć.',
    'Ze stanu „w trakcie realizacji” nie można przejść do „nowe”.',
  ]);
});

test('a number that is none of ours: exit code 1 and a sentence', async () => {
  const terminal = collectingTerminal();
  expect(await showTicketCommand(api.store, terminal, '1999993')).toBe(1);
  expect(await replyToTicketCommand(api.store, terminal, '1999993', 'x', WAITING)).toBe(1);
  expect(await moveTicketCommand(api.store, terminal, '1999993', 'solved')).toBe(1);
  expect(new Set(terminal.errors)).toEqual(new Set(['Nie ma zgłoszenia 1999993.']));
});
