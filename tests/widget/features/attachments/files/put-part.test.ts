import { HttpHandler, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { ATTACHMENTS } from '../../../../../src/contract/files/attachment-limits.ts';
import { putUpload } from '../../../../../src/contract/files/put-upload.ts';
import { createPutPart, type SentPart as Part } from '../../../../../widget/features/attachments/files/put-part.ts';
import { ZURAW } from '../../../../support/widget-nouns.ts';
import { API, htmlPage, noNetwork, problem, service } from '../../../../support/widget-service.ts';

const putPart = createPutPart(API);
const ID = 'u'.repeat(22);

function aPart(otherwise: Partial<Part> = {}): Part {
  const blob = new Blob([new Uint8Array(ATTACHMENTS.partBytes + 10).fill(7)]);
  const signal = new AbortController().signal;
  return { id: ID, token: 't'.repeat(43), identity: ZURAW, name: 'a.log', blob, start: 0, signal, ...otherwise };
}

/** The service answers so from now on. @returns what it was asked */
function serveUploads(answer: () => Response): { headers: Headers; bytes: number }[] {
  const asked: { headers: Headers; bytes: number }[] = [];
  service.worker.use(
    new HttpHandler(putUpload.method, API + putUpload.path, async ({ request }) => {
      asked.push({ headers: request.headers, bytes: (await request.arrayBuffer()).byteLength });
      return answer();
    }),
  );
  return asked;
}

const received = (count: number) => () => HttpResponse.json({ id: ID, received: count, bytes: count });

describe('a part', () => {
  test('is as long as parts are, and says whose it is and where it belongs', async () => {
    const asked = serveUploads(received(ATTACHMENTS.partBytes));
    expect(await putPart(aPart({ name: 'błąd 1.log' }))).toEqual({
      outcome: 'received',
      received: ATTACHMENTS.partBytes,
    });
    expect(asked.map(({ bytes }) => bytes)).toEqual([ATTACHMENTS.partBytes]);
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toMatchObject({
      authorization: `Bearer ${'t'.repeat(43)}`,
      'content-range': 'bytes 0-262143/262154',
      'x-file-name': 'b%C5%82%C4%85d%201.log',
      'x-support-number': ZURAW.supportNumber,
      'x-install-url': ZURAW.installUrl,
    });
  });

  test('at the end is as long as what is left', async () => {
    const asked = serveUploads(received(262_154));
    await putPart(aPart({ start: ATTACHMENTS.partBytes }));
    expect(asked.map(({ bytes, headers }) => [bytes, headers.get('content-range')])).toEqual([
      [10, 'bytes 262144-262153/262154'],
    ]);
  });

  test.each([
    ['https://żuraw.pl/sklep', 'https://xn--uraw-99a.pl/sklep'],
    ['żuraw.pl', 'https://xn--uraw-99a.pl/'],
  ])('of the shop at %s goes out, though headers are ASCII', async (installUrl, header) => {
    const asked = serveUploads(received(1));
    await putPart(aPart({ identity: { ...ZURAW, installUrl } }));
    expect(asked[0]?.headers.get('x-install-url')).toBe(header);
  });
});

describe('an answer', () => {
  test('of a conflict tells where to go on', async () => {
    serveUploads(() => HttpResponse.json({ code: 'conflict', received: 0 }, { status: 409 }));
    expect(await putPart(aPart())).toEqual({ outcome: 'received', received: 0 });
  });

  test.each(['too-large', 'file-kind-refused', 'quota-exceeded', 'shop-unrecognised', 'not-found'] as const)(
    '%s is a refusal',
    async (code) => {
      serveUploads(() => problem(code));
      expect(await putPart(aPart())).toEqual({ outcome: 'refused', code });
    },
  );

  test.each([
    ['too many requests', () => problem('rate-limited', { 'Retry-After': '7' }), 7],
    ['a busy service', () => problem('unavailable', { 'Retry-After': '1' }), 1],
    ['a proxy that refuses by a page', () => htmlPage(403), 0],
    ['a page instead of an answer', () => htmlPage(200), 0],
    ['no network', noNetwork, 0],
  ])('of %s is none: it is tried again', async (_what, answer, retryAfter) => {
    serveUploads(answer);
    expect(await putPart(aPart())).toEqual({ outcome: 'unanswered', retryAfter });
  });

  test('nobody waits for is none', async () => {
    const asked = serveUploads(received(1));
    expect(await putPart(aPart({ signal: AbortSignal.abort() }))).toEqual({ outcome: 'unanswered', retryAfter: 0 });
    expect(asked).toEqual([]);
  });
});
