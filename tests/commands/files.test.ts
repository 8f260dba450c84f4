import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeFilesCommand, scanFilesCommand, showFilesCommand } from '../../src/commands/files.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { aCustomer, type Customer, PNG, upload } from '../support/customer.ts';
import { ZURAW } from '../support/requests.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  anna = await aCustomer(api);
  await anna.write('Plik', [await upload(api, PNG, { bearer: anna.token })]);
});
afterEach(() => api.discard());

const stored = async () => (await api.store.selectFrom('upload_parts').select('part').execute()).length;

test('the operator sees what the files of each shop take up', async () => {
  const terminal = collectingTerminal();
  expect(await showFilesCommand(api.store, terminal)).toBe(0);
  expect(terminal.lines[1]).toMatch(new RegExp(`^${ZURAW.supportNumber} .* 1 +0,0  22.11.2026, 10:00$`));
  expect(terminal.lines.at(-1)).toBe('Razem: 1 plików, 0,0 MB.');
});

test('nothing is deleted before the operator says yes; then it is, with an event', async () => {
  const asked = collectingTerminal();
  expect(await freeFilesCommand(api.store, asked, { numbers: [anna.number] })).toBe(1);
  expect([asked.lines[0], await stored()]).toEqual([`Pliki stracą zgłoszenia: ${anna.number}.`, 1]);
  expect(await freeFilesCommand(api.store, collectingTerminal(), { numbers: [anna.number], yes: true })).toBe(0);
  expect(await stored()).toBe(0);
  const events = await api.store
    .selectFrom('audit')
    .select(['actor', 'details'])
    .where('action', '=', 'ticket.files-freed')
    .execute();
  expect(events).toEqual([{ actor: 'operator', details: `{"files":1,"bytes":${PNG.length}}` }]);
});

test('of tickets closed before a day, and of no other', async () => {
  const free = (day: string) =>
    freeFilesCommand(api.store, collectingTerminal(), {
      numbers: [],
      closedBefore: Temporal.PlainDate.from(day),
      yes: true,
    });
  await free('2027-01-01');
  expect(await stored()).toBe(1);
  await moveTicket(
    { store: api.store, now: () => NOW },
    { number: anna.number, actor: 'operator', author: null },
    'closed',
  );
  await free('2026-11-22');
  expect(await stored()).toBe(1);
  await free('2026-11-23');
  expect(await stored()).toBe(0);
});

test('the operator has files looked at anew, all that were not or these, and is told how many', async () => {
  const terminal = collectingTerminal();
  const { id } = await api.store.selectFrom('uploads').select('id').executeTakeFirstOrThrow();
  const due = async () => (await api.store.selectFrom('uploads').select('scan_due_at').executeTakeFirst())?.scan_due_at;
  expect([await scanFilesCommand(api.store, terminal, []), await due()]).toEqual([0, toInstantText(terminal.now())]);
  expect(terminal.lines).toEqual([expect.stringMatching(/^Czeka na skaner: 1\. .*FILE_SCAN_COMMAND/)]);
  await api.store.updateTable('uploads').set({ scan: 'clean', scan_due_at: null }).execute();
  expect([await scanFilesCommand(api.store, terminal, []), await due()]).toEqual([0, null]);
  expect(await scanFilesCommand(api.store, terminal, [id, 'x'.repeat(22)])).toBe(1);
  expect(await due()).not.toBeNull();
});
