import { ATTACHMENTS } from '../../../../contract/files/attachment-limits.ts';
import { putUpload as endpoint } from '../../../../contract/files/put-upload.ts';
import { count } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { SAMPLE } from '../samples.ts';
import { FILE_TYPES } from './get-attachment.ts';

export const putUpload: Operation = {
  endpoint,
  id: 'putUpload',
  tag: 'Files',
  summary: 'Upload one part of a file',
  description: `Before the message that names it, with the token that the ticket has or will have. Parts come in order and are ${ATTACHMENTS.partBytes} bytes long, but for the last; the same bytes again are fine. A file that no message names within a day is deleted. What may be sent, judged by its bytes: ${FILE_TYPES.join(', ')}.`,
  security: ['ticketToken', 'shopSession'],
  parameters: ['uploadId', 'contentRange', 'fileName', 'supportNumber', 'installUrl'],
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
    'not-found',
    'conflict',
    'too-large',
    'unsupported-media-type',
    'invalid-request',
    'quota-exceeded',
  ],
};
