import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sweepUploads } from '../../../src/attachments/sweep-uploads.ts';
import { ATTACHMENTS } from '../../../src/contract/files/attachment-limits.ts';
import type { Message } from '../../../src/contract/tickets/message.ts';
import { readDeskTicket } from '../../../src/tickets/read-desk-ticket.ts';
import { aCustomer, type Customer, newToken, newUploadId, PNG, putPart, upload } from '../../support/customer.ts';
import { aGif, aJpeg, aPng, aWebp, exif, segment } from '../../support/picture-headers.ts';
import { aTicket, EXPIRED, newKey, post, ROWERY, ZURAW } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

const PART = ATTACHMENTS.partBytes;
/** A log of two and a half parts. */
const LOG = Buffer.alloc(PART * 2.5, 'linia dziennika\n');

let api: Service;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  anna = await aCustomer(api);
});
afterEach(() => api.discard());

function range(start: number, end: number, total: number): string {
  return `bytes ${start}-${end - 1}/${total}`;
}

async function storedBytes(): Promise<number> {
  const parts = await api.store.selectFrom('upload_parts').select('content').execute();
  return parts.reduce((total, { content }) => total + content.length, 0);
}

describe('a file comes in parts', () => {
  test('each answered by how much is here; the type is told once all is', async () => {
    const [id, bearer] = [newUploadId(), newToken()];
    const states = [];
    for (const [start, end] of [
      [0, PART],
      [PART, PART * 2],
      [PART * 2, LOG.length],
    ] as const) {
      const options = { id, bearer, name: 'błąd.log', range: range(start, end, LOG.length) };
      states.push(await (await putPart(api, LOG.subarray(start, end), options)).json());
    }
    expect(states).toEqual([
      { id, received: PART, bytes: LOG.length },
      { id, received: PART * 2, bytes: LOG.length },
      { id, received: LOG.length, bytes: LOG.length, type: 'text/plain' },
    ]);
  });

  test('and the same part again is fine, at any time', async () => {
    const [id, bearer] = [newUploadId(), newToken()];
    const first = { id, bearer, range: range(0, PART, LOG.length) };
    await putPart(api, LOG.subarray(0, PART), first);
    await putPart(api, LOG.subarray(PART, PART * 2), { id, bearer, range: range(PART, PART * 2, LOG.length) });
    const again = await putPart(api, LOG.subarray(0, PART), first);
    expect([again.status, await again.json()]).toEqual([200, { id, received: PART * 2, bytes: LOG.length }]);
    expect(await storedBytes()).toBe(PART * 2);
  });

  test.each([
    ['other bytes in the place of known ones', Buffer.alloc(PART, 'x'), range(0, PART, LOG.length)],
    ['a part that leaves a gap', LOG.subarray(PART * 2), range(PART * 2, LOG.length, LOG.length)],
    ['another length of the whole', LOG.subarray(0, PART), range(0, PART, LOG.length + 1)],
  ])('%s is refused, with where to go on', async (_, content, otherRange) => {
    const [id, bearer] = [newUploadId(), newToken()];
    await putPart(api, LOG.subarray(0, PART), { id, bearer, range: range(0, PART, LOG.length) });
    const response = await putPart(api, content, { id, bearer, range: otherRange });
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'conflict', received: PART }]);
  });

  test('a second part without a first: begin at the beginning', async () => {
    const response = await putPart(api, LOG.subarray(PART, PART * 2), { range: range(PART, PART * 2, LOG.length) });
    expect([response.status, await response.json()]).toMatchObject([409, { received: 0 }]);
  });

  test.each([
    ['no range', ''],
    ['a range that is none', 'bytes */10'],
    ['an unknown length', 'bytes 0-9/*'],
    ['a range longer than the part', 'bytes 0-99/100'],
    ['a part that starts in the middle', 'bytes 1-10/11'],
    ['a part beyond the end', 'bytes 0-9/5'],
    ['numbers beyond counting', `bytes 0-9/${'9'.repeat(30)}`],
  ])('%s is refused', async (_, wrong) => {
    const response = await putPart(api, Buffer.alloc(10, 'x'), { range: wrong });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path: 'Content-Range' }] }]);
    expect(await storedBytes()).toBe(0);
  });

  test.each([
    ['X-Install-Url', { installUrl: `${ZURAW.installUrl}${'/'.repeat(2000)}index.php` }, 'too-long'],
    ['X-Support-Number', { supportNumber: `${ZURAW.supportNumber}'` }, 'wrong-format'],
  ])('%s is limited as in a body', async (header, otherwise, code) => {
    const response = await putPart(api, PNG, { identity: { ...ZURAW, ...otherwise } });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path: header, code }] }]);
    expect(await storedBytes()).toBe(0);
  });

  test.each([
    ['longer than names are', 'a'.repeat(256), 'too-long'],
    ['not percent-encoded', '%e3%zz', 'wrong-format'],
    ['not UTF-8', '%ff', 'wrong-format'],
    ['missing', undefined, 'required'],
  ])('a name that is %s is refused', async (_, name, code) => {
    const response = await api.app.request(`/api/v1/uploads/${newUploadId()}`, {
      method: 'PUT',
      body: new Uint8Array(PNG),
      headers: {
        Authorization: `Bearer ${newToken()}`,
        'Content-Range': `bytes 0-${PNG.length - 1}/${PNG.length}`,
        'X-Support-Number': ZURAW.supportNumber,
        'X-Install-Url': ZURAW.installUrl,
        ...(name !== undefined && { 'X-File-Name': name }),
      },
    });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path: 'X-File-Name', code }] }]);
    expect(await storedBytes()).toBe(0);
  });

  test('ten megabytes are taken, one byte more is not', async () => {
    const content = Buffer.alloc(PART, 'x');
    const most = await putPart(api, content, { range: range(0, PART, ATTACHMENTS.fileBytes) });
    const more = await putPart(api, content, { range: range(0, PART, ATTACHMENTS.fileBytes + 1) });
    expect([most.status, more.status]).toEqual([200, 413]);
  });

  test('a kind that is not taken is refused with its first part, and nothing is stored', async () => {
    const program = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(100)]);
    const response = await putPart(api, program, { name: 'zrzut.png' });
    expect([response.status, await response.json()]).toMatchObject([
      415,
      { code: 'file-kind-refused', title: expect.stringContaining('PNG') },
    ]);
    expect(await storedBytes()).toBe(0);
  });
});

describe('a picture is paid for in pixels, not in bytes', () => {
  const tooLarge = async (response: Response) => {
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'pixels-exceeded' }]);
  };

  test.each([
    ['PNG of 15,000 by 15,000', aPng(15_000, 15_000)],
    ['PNG of one pixel too many', aPng(50_000_001, 1)],
    ['JPEG', aJpeg(10_000, 5001)],
    ['GIF', aGif(1, 1, { first: [0, 0, 65_535, 65_535] })],
    ['lossy WebP', aWebp.lossy(16_383, 16_383)],
    ['extended WebP', aWebp.extended(16_777_216, 4)],
  ])('a %s is refused with its first part, and nothing is stored', async (_, picture) => {
    await tooLarge(await putPart(api, picture));
    expect(await storedBytes()).toBe(0);
  });

  test('50 million are accepted', async () => {
    expect((await putPart(api, aPng(10_000, 5000))).status).toBe(200);
  });

  /** A photo with so much metadata that its size is told in its second part. */
  function aLateJpeg(width: number, height: number): Uint8Array {
    const profile = segment(
      0xe2,
      Array.from({ length: 60_000 }, () => 0),
    );
    return aJpeg(width, height, Array.from({ length: 5 }, () => profile).flat());
  }

  test('one whose size comes in a later part is refused once it is whole, and no message may claim it', async () => {
    const [id, bearer, photo] = [newUploadId(), anna.token, aLateJpeg(10_000, 5001)];
    const [first, last] = [photo.subarray(0, PART), photo.subarray(PART)];
    expect((await putPart(api, first, { id, bearer, range: range(0, PART, photo.length) })).status).toBe(200);
    await tooLarge(await putPart(api, last, { id, bearer, range: range(PART, photo.length, photo.length) }));
    expect((await anna.write('Ze ścianą', [id])).status).toBe(422);
  });

  test('its size is told to the customer and at the desk, upright; of other files and broken ones none', async () => {
    const bearer = anna.token;
    const ids = [
      await upload(api, aPng(640, 480), { bearer }),
      await upload(api, aJpeg(4000, 3000, segment(0xe1, exif(6))), { bearer }),
      await upload(api, aLateJpeg(800, 600), { bearer }),
      await upload(api, LOG, { bearer, name: 'blad.log' }),
      await upload(api, PNG.subarray(0, 20), { bearer }),
    ];
    const expected = [[640, 480], [3000, 4000], [800, 600], [], []];
    const sizes = (message: Pick<Message, 'attachments'> | undefined) =>
      message?.attachments.map(({ width, height }) => [width, height].filter((side) => side !== undefined));
    expect(sizes((await (await anna.write('Pliki', ids)).json()) as Message)).toEqual(expected);
    expect(sizes((await anna.read()).messages.at(-1))).toEqual(expected);
    expect(sizes((await readDeskTicket(api.store, anna.number, NOW))?.messages.at(-1))).toEqual(expected);
  });
});

describe('who may upload', () => {
  test('a shop we know, whatever its support: security holes may always be reported (A2)', async () => {
    expect((await putPart(api, PNG, { identity: EXPIRED })).status).toBe(200);
  });

  test('nobody whom we do not know, in the same bytes as ever', async () => {
    const response = await putPart(api, PNG, { identity: { ...ZURAW, supportNumber: 'NieMaGo1' } });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'shop-unrecognised' }]);
  });

  test.each([null, 'short', `s_${'a'.repeat(43)}`])('nobody with the bearer %j', async (bearer) => {
    expect((await putPart(api, PNG, { bearer })).status).toBe(401);
  });

  test('nobody may go on with, or learn of, what another began', async () => {
    const id = newUploadId();
    await putPart(api, LOG.subarray(0, PART), { id, range: range(0, PART, LOG.length) });
    const response = await putPart(api, LOG.subarray(PART, PART * 2), { id, range: range(PART, PART * 2, LOG.length) });
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'not-found' }]);
  });

  test('a shop whose files in no message fill their share is asked to come again later', async () => {
    const begin = () => putPart(api, PNG);
    for (let file = 0; file < 66; file++) expect((await begin()).status).toBe(200);
    const refused = await begin();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(await refused.json()).toMatchObject({ code: 'quota-exceeded' });
    expect((await putPart(api, PNG, { identity: ROWERY })).status).toBe(200);
  });
});

describe('a message claims files', () => {
  test('in their order, with the first message of a ticket too', async () => {
    const bearer = newToken();
    const ids = [
      await upload(api, PNG, { bearer, name: 'zrzut ekranu.png' }),
      await upload(api, LOG, { bearer, name: 'błąd "1".log' }),
    ];
    const owner = await aCustomer(api, { ticketToken: bearer, attachments: ids });
    expect((await owner.read()).messages[0]?.attachments).toEqual([
      { id: ids[0], name: 'zrzut ekranu.png', type: 'image/png', bytes: PNG.length, width: 1, height: 1 },
      { id: ids[1], name: 'błąd "1".log', type: 'text/plain', bytes: LOG.length },
    ]);
    const reply = await owner.write('Jeszcze jeden', [await upload(api, PNG, { bearer })]);
    expect(((await reply.json()) as Message).attachments).toHaveLength(1);
  });

  test.each(['unknown', 'unfinished', "another's", 'already claimed'])(
    'an upload that is %s makes the whole message fail, and nothing is written',
    async (which) => {
      const bearer = anna.token;
      let id = newUploadId();
      if (which === 'unfinished')
        await putPart(api, LOG.subarray(0, PART), { id, bearer, range: range(0, PART, LOG.length) });
      if (which === "another's") id = await upload(api, PNG);
      if (which === 'already claimed') {
        id = await upload(api, PNG, { bearer });
        await anna.write('Pierwszy', [id]);
      }
      const good = await upload(api, PNG, { bearer });
      const before = (await anna.read()).messages.length;

      const refused = await anna.write('Z plikiem', [good, id]);
      expect([refused.status, await refused.json()]).toMatchObject([
        422,
        { code: 'invalid-request', errors: [{ path: 'attachments.1', code: 'not-uploaded' }] },
      ]);
      expect((await anna.read()).messages).toHaveLength(before);
      // Nothing was claimed on the way either: the good one is still free.
      expect((await anna.write('Bez tamtego', [good])).status).toBe(201);
    },
  );

  test('a ticket of one shop does not take a file that was sent for another', async () => {
    const ticketToken = newToken();
    const id = await upload(api, PNG, { bearer: ticketToken, identity: ROWERY });
    const open = (identity: object) =>
      api.app.request('/api/v1/tickets', post(aTicket({ ...identity, ticketToken, attachments: [id] }), aKey()));
    const aKey = () => ({ 'Idempotency-Key': newKey() });
    expect(await (await open(ZURAW)).json()).toMatchObject({
      errors: [{ path: 'attachments.0', code: 'not-uploaded' }],
    });
    expect((await open(ROWERY)).status).toBe(201);
  });

  test('a ticket whose file is missing is not opened, and its number is not used up', async () => {
    const request = aTicket({ attachments: [newUploadId()], ticketToken: newToken() });
    const key = newKey();
    const refused = await api.app.request('/api/v1/tickets', post(request, { 'Idempotency-Key': key }));
    expect(refused.status).toBe(422);
    const next = await aCustomer(api);
    expect(Number(next.number.slice(0, -1))).toBe(Number(anna.number.slice(0, -1)) + 1);
  });

  test('at most five, and none twice', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => upload(api, PNG, { bearer: anna.token })));
    expect((await anna.write('Sześć', ids)).status).toBe(422);
    expect((await anna.write('Dwa razy', [ids[0] ?? '', ids[0] ?? ''])).status).toBe(422);
    expect((await anna.write('Pięć', ids.slice(0, 5))).status).toBe(201);
  });
});

describe('a file is read', () => {
  async function claimed(content: Uint8Array, name: string): Promise<string> {
    const id = await upload(api, content, { bearer: anna.token, name });
    expect((await anna.write('Plik', [id])).status).toBe(201);
    return id;
  }
  const get = (id: string, bearer: string | null) =>
    api.app.request(
      `/api/v1/attachments/${id}`,
      bearer === null ? {} : { headers: { Authorization: `Bearer ${bearer}` } },
    );

  test('byte for byte, by whoever may read its ticket', async () => {
    const content = Buffer.concat([PNG, randomBytes(PART * 3)]);
    const response = await get(await claimed(content, 'a.png'), anna.token);
    expect(response.status).toBe(200);
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), content)).toBe(0);
  });

  test('always as a download that nothing renders, whatever it is called', async () => {
    const name = 'faktura\u202egpj.html"; filename="x.exe';
    const response = await get(await claimed(Buffer.from('<script>alert(1)</script>'), name), anna.token);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="fakturagpj.html__ filename__x.exe.txt"; filename*=UTF-8''fakturagpj.html%22%3B%20filename%3D%22x.exe.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
  });

  test("by nobody else: not by its id alone, not by another ticket's token, not before it is claimed", async () => {
    const id = await claimed(PNG, 'a.png');
    const other = await aCustomer(api);
    const free = await upload(api, PNG, { bearer: anna.token });
    const answers = [get(id, null), get(id, other.token), get(newUploadId(), anna.token), get(free, anna.token)];
    const seen = await Promise.all(
      answers.map(async (answer) => `${(await answer).status} ${await (await answer).text()}`),
    );
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toMatch(/^404 /);
  });
});

test('an upload that was left unfinished is swept after two hours, however many there are', async () => {
  const begin = { range: range(0, PART, LOG.length) };
  await putPart(api, LOG.subarray(0, PART), begin);
  expect(await sweepUploads(api.store, api.clock.now.add({ hours: 2 }))).toBe(0);
  const row = await api.store.selectFrom('uploads').selectAll().executeTakeFirstOrThrow();
  const many = Array.from({ length: 450 }, (_, index) => ({ ...row, id: `${index}`.padStart(22, '0') }));
  await api.store.insertInto('uploads').values(many).execute();
  expect(await sweepUploads(api.store, api.clock.now.add({ hours: 2, seconds: 1 }))).toBe(451);
  expect(await storedBytes()).toBe(0);
});

test('a file that lost a part ends in an error, not in silence', async () => {
  const id = await upload(api, LOG, { bearer: anna.token, name: 'a.log' });
  await anna.write('Plik', [id]);
  await api.store.deleteFrom('upload_parts').where('part', '=', 2).execute();
  const response = await api.app.request(`/api/v1/attachments/${id}`, {
    headers: { Authorization: `Bearer ${anna.token}` },
  });
  await expect(response.arrayBuffer()).rejects.toThrow(/has \d+ of its \d+ bytes/);
});

test('what no message claimed within a day is swept; what was claimed stays', async () => {
  const kept = await upload(api, PNG, { bearer: anna.token });
  await anna.write('Plik', [kept]);
  await upload(api, LOG, { bearer: anna.token });
  expect(await sweepUploads(api.store, api.clock.now.add({ hours: 24 }))).toBe(0);
  expect(await sweepUploads(api.store, api.clock.now.add({ hours: 24, seconds: 1 }))).toBe(1);
  expect(await storedBytes()).toBe(PNG.length);
});
