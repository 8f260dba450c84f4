import type { Context } from 'hono';
import { receivePart } from '../../attachments/receive-part.ts';
import { ATTACHMENTS } from '../../contract/files/attachment-limits.ts';
import { FILE_KINDS, FILE_TYPES } from '../../contract/files/file-kinds.ts';
import { putUpload as endpoint } from '../../contract/files/put-upload.ts';
import { PutUploadHeaders } from '../../contract/files/put-upload-request.ts';
import type { FieldError } from '../../contract/problem.ts';
import { identifyCaller } from '../../identity/caller.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { pathParameter } from '../http/check-path.ts';
import { senderAddress } from '../http/client-address.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';

/** `PUT /api/v1/uploads/:id` */
export async function answerPutUpload(context: Context, deps: ApiDeps): Promise<Response> {
  const names = Object.keys(PutUploadHeaders.shape);
  // An empty one names nothing: the page of a mailed link knows no shop.
  const headers = Object.fromEntries(names.map((name) => [name, context.req.header(name) || undefined]));
  const read = PutUploadHeaders.safeParse(headers, { reportInput: true });
  if (!read.success) return invalid(context, fieldErrors(read.error));
  const { start, end, total } = read.data['Content-Range'];

  const content = Buffer.from(await context.req.arrayBuffer());
  if (content.length !== end - start + 1) return invalid(context, [{ path: 'Content-Range', code: 'wrong-format' }]);
  const { 'X-Support-Number': supportNumber, 'X-Install-Url': installUrl } = read.data;
  const isNamed = supportNumber !== undefined || installUrl !== undefined;
  const identity = isNamed ? { supportNumber: supportNumber ?? '', installUrl: installUrl ?? '' } : null;
  const session = context.req.header('X-Shop-Session');
  const sender = {
    caller: await readCaller(context, deps),
    // What it opens is asked of the ticket's token alone; a session beside it only proves who sends.
    beside: session ? await identifyCaller(deps.store, `Bearer ${session}`, deps.now()) : null,
    identity,
    address: senderAddress(context, deps),
  };
  const outcome = await receivePart(
    deps,
    { id: pathParameter(context, 'id'), name: read.data['X-File-Name'], start, total, content },
    sender,
  );
  if (outcome.outcome === 'received') return context.json(outcome.upload);
  const { outcome: _, code, ...details } = outcome;
  return problem(context, code, details);
}

function invalid(context: Context, errors: FieldError[]): Response {
  return problem(context, 'invalid-request', { errors });
}

/** The endpoint in the words of the API’s document. */
export const putUploadOperation: Operation = {
  endpoint,
  id: 'putUpload',
  tag: 'Files',
  summary: 'Upload one part of a file',
  description: `Before the message that names it, with the token that the ticket has or will have. Parts come in order and are ${ATTACHMENTS.partBytes} bytes long, but for the last; the same bytes again are fine. A file that no message names within a day is deleted. What may be sent, judged by its bytes: ${FILE_TYPES.join(', ')}. The name must have an ending of such a kind (${Object.values(FILE_KINDS).flat().join(', ')}) or none, but for texts, of which any may be sent. Of a name only what is seen is kept.`,
  security: ['ticketToken', 'shopSession', 'linkSession'],
  parameters: ['uploadId', 'contentRange', 'fileName', 'supportNumber', 'installUrl', 'shopSession'],
  request: { mediaTypes: ['application/octet-stream'] },
  answers: {
    200: {
      description: 'The part is stored.',
      body: {
        schema: {
          name: 'UploadState',
          schema: endpoint.answer,
          description: 'How much of a file is here.',
          fields: {
            id: { description: 'The upload’s name: name it in `attachments`.' },
            received: count('Bytes stored so far, from the first on: where the next part starts.'),
            bytes: count('Bytes of the whole file.'),
            type: { description: 'The media type its bytes show, once all are here.', enum: [...FILE_TYPES] },
          },
        },
        examples: {
          'more to come': { id: SAMPLE.uploadId, received: 262_144, bytes: 1_000_000 },
          'all here': { id: SAMPLE.uploadId, received: 1_000_000, bytes: 1_000_000, type: 'image/png' },
        },
      },
    },
  },
  problems: [
    'unauthorised',
    'shop-unrecognised',
    'shop-mismatch',
    'sender-blocked',
    'not-found',
    'conflict',
    'too-large',
    'file-kind-refused',
    'invalid-request',
    'pixels-exceeded',
    'quota-exceeded',
  ],
};
