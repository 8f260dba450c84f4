import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerTicketCommand } from '../../src/commands/answer-ticket.ts';
import { moveTicketCommand } from '../../src/commands/move-ticket.ts';
import { showTicketCommand } from '../../src/commands/show-ticket.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { aCustomer, type Customer, newToken, PNG, upload } from '../support/customer.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
let customer: Customer;
beforeEach(async () => {
  api = await service();
  const ticketToken = newToken();
  const attachments = [await upload(api, PNG, { bearer: ticketToken, name: 'zrzut\u202e.png' })];
  customer = await aCustomer(api, {
    ticketToken,
    attachments,
    subject: 'Dostawa \u0085[31m',
    description: 'pierwsza\ndruga',
    contact: { email: 'a@b.pl', name: 'Anna' },
  });
});
afterEach(() => api.discard());

const WAITING = { status: 'waiting-for-customer' } as const;

test('pomoc show: the ticket, its thread with notes and files; nothing a terminal would obey', async () => {
  await answerTicketCommand(api.store, collectingTerminal(), customer.number, 'Klient VIP', { ...WAITING, note: true });
  await answerTicketCommand(api.store, collectingTerminal(), customer.number, 'Proszę.\n', {
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
    `  + zrzut·.png (image/png, ${PNG.length} B)`,
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

describe('pomoc answer', () => {
  test('reaches the customer, without the line feed that ends every input', async () => {
    const terminal = collectingTerminal();
    expect(await answerTicketCommand(api.store, terminal, customer.number, 'Proszę.\n', WAITING)).toBe(0);
    expect(terminal.lines).toEqual([`Wysłano odpowiedź: ${customer.number}, oczekuje na odpowiedź klienta.`]);
    expect((await customer.read()).messages[1]?.text).toBe('Proszę.');
  });

  test.each(['', ' \n', 'x'.repeat(20_001)])('refuses an answer of a length that cannot be', async (text) => {
    const terminal = collectingTerminal();
    expect(await answerTicketCommand(api.store, terminal, customer.number, text, WAITING)).toBe(1);
    expect(terminal.errors).toEqual(['Odpowiedź musi mieć od 1 do 20000 znaków.']);
    expect((await customer.read()).messages).toHaveLength(1);
  });
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
  expect(await answerTicketCommand(api.store, terminal, '1999993', 'x', WAITING)).toBe(1);
  expect(await moveTicketCommand(api.store, terminal, '1999993', 'solved')).toBe(1);
  expect(new Set(terminal.errors)).toEqual(new Set(['Nie ma zgłoszenia 1999993.']));
});
