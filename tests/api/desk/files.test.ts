import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ATTACHMENTS } from '../../../src/contract/files/attachment-limits.ts';
import { listAlarms } from '../../../src/guard/alarms.ts';
import { aCustomer, type Customer, newUploadId, PNG, upload } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { newKey, post, ROWERY } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  anna = await aCustomer(api);
});
afterEach(() => api.discard());

interface Sent {
  by?: DeskAgent;
  number?: string;
  name?: string;
  content?: Buffer;
}

/** Uploads a file of one part as an agent. */
async function put(id: string, { by = ola, number = anna.number, name = 'zrzut.png', content = PNG }: Sent = {}) {
  const headers = {
    'Content-Range': `bytes 0-${content.length - 1}/${content.length}`,
    'X-File-Name': encodeURIComponent(name),
  };
  return by.ask(`/tickets/${number}/uploads/${id}`, { method: 'PUT', body: new Uint8Array(content), headers });
}

async function aFile(sent: Sent = {}): Promise<string> {
  const id = newUploadId();
  expect((await put(id, sent)).status).toBe(200);
  return id;
}

function write(kind: 'replies' | 'notes', attachments: string[], by = ola, key = newKey()): Promise<Response> {
  const more = kind === 'replies' && { status: 'waiting-for-customer', seenMessages: 99 };
  return by.ask(
    `/tickets/${anna.number}/${kind}`,
    post({ text: 'Plik.', attachments, ...more }, { 'Idempotency-Key': key }),
  );
}

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, ((await response.json()) as { code: string }).code];
}

/** What a customer downloads of a file. */
async function downloaded(id: string, bearer = anna.token): Promise<Buffer | number> {
  const response = await api.app.request(`/api/v1/attachments/${id}`, {
    headers: { Authorization: `Bearer ${bearer}` },
  });
  return response.ok ? Buffer.from(await response.arrayBuffer()) : response.status;
}

describe('a file in a reply', () => {
  test('is in the thread of its customer, byte for byte, and of nobody else', async () => {
    const id = await aFile();
    expect((await write('replies', [id])).status).toBe(201);
    expect((await anna.read()).messages.at(-1)?.attachments).toMatchObject([
      { id, name: 'zrzut.png', type: 'image/png' },
    ]);
    expect(await downloaded(id)).toEqual(PNG);
    const piotr = await aCustomer(api, ROWERY);
    expect(await downloaded(id, piotr.token)).toBe(404);
  });

  test('is claimed once: the same reply again is the same, another one cannot have it', async () => {
    const [id, key] = [await aFile(), newKey()];
    const answers = [await write('replies', [id], ola, key), await write('replies', [id], ola, key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await codeOf(await write('replies', [id]))).toEqual([422, 'invalid-request']);
    expect((await anna.read()).messages).toHaveLength(2);
  });

  test('that is not there, not whole, or somebody else’s, stops the reply, and nothing is stored', async () => {
    const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
    const theirs = await upload(api, PNG, { bearer: anna.token });
    const ofAnotherShop = await aFile({ number: (await aCustomer(api, ROWERY)).number });
    const refused = [newUploadId(), await aFile({ by: jan }), theirs, ofAnotherShop];
    for (const id of refused) expect(await codeOf(await write('replies', [id]))).toEqual([422, 'invalid-request']);
    expect((await anna.read()).messages).toHaveLength(1);
  });

  test('of a customer cannot be taken by the upload of an agent, nor the other way', async () => {
    const id = await aFile();
    expect((await anna.write('Mój plik', [id])).status).toBe(422);
    const theirs = await upload(api, PNG, { bearer: anna.token });
    expect(await codeOf(await put(theirs))).toEqual([404, 'not-found']);
  });
});

test('a file in a note is the desk’s alone', async () => {
  const id = await aFile();
  expect((await write('notes', [id])).status).toBe(201);
  const { messages } = (await (await ola.ask(`/tickets/${anna.number}`)).json()) as {
    messages: { kind: string; attachments: { id: string }[] }[];
  };
  expect(messages.at(-1)).toMatchObject({ kind: 'note', attachments: [{ id }] });
  expect((await ola.ask(`/attachments/${id}`)).status).toBe(200);
  expect(JSON.stringify(await anna.read())).not.toContain(id);
  expect(await downloaded(id)).toBe(404);
});

describe('what may be sent is what customers may send', () => {
  test('by kind, size and number', async () => {
    expect(await codeOf(await put(newUploadId(), { name: 'x.exe', content: Buffer.from('MZ\0\0') }))).toEqual([
      415,
      'file-kind-refused',
    ]);
    const headers = {
      'Content-Range': `bytes 0-${ATTACHMENTS.partBytes - 1}/${ATTACHMENTS.fileBytes + 1}`,
      'X-File-Name': 'a.log',
    };
    const large = { method: 'PUT', body: new Uint8Array(ATTACHMENTS.partBytes), headers };
    expect(await codeOf(await ola.ask(`/tickets/${anna.number}/uploads/${newUploadId()}`, large))).toEqual([
      413,
      'too-large',
    ]);
    const six = Array.from({ length: ATTACHMENTS.perMessage + 1 }, () => newUploadId());
    expect(await codeOf(await write('replies', six))).toEqual([422, 'invalid-request']);
  });

  test('there is no file for a ticket that there is not', async () => {
    expect(await codeOf(await put(newUploadId(), { number: '1000028' }))).toEqual([404, 'not-found']);
  });
});

test('strangers who fill a shop’s quota keep no agent from answering, and an agent’s own quota is nobody else’s', async () => {
  const at = '2026-01-01T00:00:00Z';
  const fill = (owner: string) =>
    api.store
      .insertInto('uploads')
      .values(
        Array.from({ length: 100 }, (_, index) => ({
          id: `${owner}-${index}`,
          owner,
          shop_id: 1,
          name: 'a.log',
          type: 'text/plain',
          bytes: 10,
          received: 10,
          width: null,
          height: null,
          created_at: at,
          message_id: null,
          place: null,
          standing: 'proven' as const,
        })),
      )
      .execute();
  await fill('token:x');
  const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  await aFile();
  await fill(`agent:${ola.id}`);
  expect(await codeOf(await put(newUploadId()))).toEqual([429, 'quota-exceeded']);
  await aFile({ by: jan });
  expect(await listAlarms(api.store)).toEqual([]);
  await api.store.deleteFrom('uploads').where('owner', '=', 'token:x').execute();
  await upload(api, PNG, { bearer: anna.token });
});
