import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeFilesOf } from '../../src/attachments/free-files.ts';
import { freeWithheldFiles } from '../../src/attachments/withhold-files.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { aCustomer, type Customer, newUploadId, PNG, putPart, upload } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
let ola: DeskAgent;
let stranger: Customer;
let files: string[];
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  stranger = await aCustomer(api);
  files = [
    await upload(api, PNG, { bearer: stranger.token }),
    await upload(api, Buffer.from('calc'), { bearer: stranger.token, name: 'a.bat' }),
  ];
  expect((await stranger.write('Pliki', files)).status).toBe(201);
});
afterEach(() => api.discard());

const close = (reason?: string) =>
  ola.tell(`/tickets/${stranger.number}/status`, { status: 'closed', seenMessages: 2, ...(reason && { reason }) });

async function storedBytes(): Promise<[stored: number, counted: number]> {
  const parts = await api.store.selectFrom('upload_parts').select('content').execute();
  const rows = await api.store.selectFrom('uploads').select(['bytes', 'received']).execute();
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  return [sum(parts.map(({ content }) => content.length)), sum(rows.map(({ bytes }) => bytes))];
}

test('closing a ticket as abuse takes its files away at once: nobody reads them, and no quota counts them', async () => {
  expect((await close('abuse')).status).toBe(204);
  expect(await storedBytes()).toEqual([PNG.length + 4, 0]);
  const read = (await (await ola.ask(`/tickets/${stranger.number}`)).json()) as DeskTicket;
  expect(read.messages.at(-1)?.attachments).toMatchObject([
    { name: 'zrzut.png', bytes: 0, hindrance: 'freed' },
    { name: 'a.bat.txt', bytes: 0, hindrance: 'freed' },
  ]);
  expect(read.audit.slice(-2)).toMatchObject([
    { action: 'ticket.files-withheld', details: { files: 2, bytes: PNG.length + 4 } },
    { action: 'ticket.moved', details: { to: 'closed', reason: 'abuse' } },
  ]);
  expect((await ola.ask(`/attachments/${files[0]}`)).status).toBe(404);
});

test('once that can be undone no more, no byte of them is left', async () => {
  expect((await close('abuse')).status).toBe(204);
  expect(await freeWithheldFiles(api.store, NOW.add({ minutes: 29, seconds: 59 }))).toBe(0);
  expect(await storedBytes()).toEqual([PNG.length + 4, 0]);
  const late = NOW.add({ minutes: 30 });
  expect([await freeWithheldFiles(api.store, late), await freeWithheldFiles(api.store, late)]).toEqual([2, 0]);
  expect(await storedBytes()).toEqual([0, 0]);
  const { audit } = await ola.ticket(stranger.number);
  expect(audit.at(-1)).toMatchObject({
    actor: 'clock',
    action: 'ticket.files-freed',
    details: { files: 2, bytes: PNG.length + 4 },
  });
});

test('closing a ticket for no such reason keeps them', async () => {
  expect((await close()).status).toBe(204);
  expect((await ola.ask(`/attachments/${files[0]}`)).status).toBe(200);
});

test('a reason belongs to closing only, and must be one of the list', async () => {
  const solved = await ola.tell(`/tickets/${stranger.number}/status`, {
    status: 'solved',
    seenMessages: 2,
    reason: 'abuse',
  });
  const other = await close('spite');
  for (const refused of [solved, other])
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ path: 'reason', code: 'not-allowed' }] },
    ]);
  expect(await storedBytes()).toEqual([PNG.length + 4, PNG.length + 4]);
});

test('one that is closed already can still be found to be abuse', async () => {
  expect((await close()).status).toBe(204);
  expect((await close('abuse')).status).toBe(204);
  expect(await storedBytes()).toEqual([PNG.length + 4, 0]);
});

test('the files of others stay, and freeing twice frees nothing more', async () => {
  const anna = await aCustomer(api);
  const kept = await upload(api, PNG, { bearer: anna.token });
  await anna.write('Mój plik', [kept]);
  const by = { at: toInstantText(NOW), actor: 'operator' };
  const free = () => api.store.transaction().execute((transaction) => freeFilesOf(transaction, [stranger.number], by));
  expect([await free(), await free()]).toEqual([
    { files: 2, bytes: PNG.length + 4 },
    { files: 0, bytes: 0 },
  ]);
  expect((await ola.ask(`/attachments/${kept}`)).status).toBe(200);
  // Its id is used up all the same: nobody puts other bytes in its place.
  const [id = newUploadId()] = files;
  expect((await putPart(api, PNG, { id, bearer: stranger.token })).status).toBe(409);
});
