import type { Context } from 'hono';
import { receivePart } from '../../attachments/receive-part.ts';
import { ATTACHMENTS } from '../../contract/files/attachment-limits.ts';
import { FILE_KINDS, FILE_TYPES } from '../../contract/files/file-kinds.ts';
import { putUpload as endpoint } from '../../contract/files/put-upload.ts';
import { identifyCaller } from '../../identity/caller.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { senderAddress } from '../http/client-address.ts';
import { readCaller } from '../http/read-caller.ts';
import { answerPart, readPart } from '../http/upload-part.ts';

/** `PUT /api/v1/uploads/:id` */
export async function answerPutUpload(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readPart(context);
  if (!read.ok) return read.refusal;
  const { 'X-Support-Number': supportNumber, 'X-Install-Url': installUrl } = read.headers;
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
  return answerPart(context, await receivePart(deps, read.part, sender));
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
