import { ATTACHMENTS } from '../../../contract/files/attachment-limits.ts';
import { LIMITS } from '../../../contract/limits.ts';
import { LANGUAGES } from '../../../contract/lists.ts';
import { IDEMPOTENCY_KEY, SUPPORT_NUMBER, UPLOAD_ID } from '../../../contract/shapes.ts';
import { SAMPLE } from './samples.ts';

const uploadId = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: UPLOAD_ID.source },
} as const;

/** Parameters of operations. */
export const PARAMETERS = {
  ticketNumber: {
    name: 'number',
    in: 'path',
    required: true,
    description: 'The ticket’s number, digits only, the last of which is a Damm check digit.',
    schema: { type: 'string', pattern: '^[1-9]\\d{1,15}$' },
    example: SAMPLE.number,
  },
  shopNumber: {
    name: 'supportNumber',
    in: 'path',
    required: true,
    description: 'The shop’s support number, its case kept.',
    schema: { type: 'string', pattern: SUPPORT_NUMBER.source },
    example: SAMPLE.supportNumber,
  },
  uploadId: {
    ...uploadId,
    description: 'The upload’s name: 128 random bits in base64url, made by the client.',
    example: SAMPLE.uploadId,
  },
  attachmentId: { ...uploadId, description: 'The file’s id, as its message names it.', example: SAMPLE.uploadId },
  cursor: {
    name: 'cursor',
    in: 'query',
    description: 'The `next` of the page before; leave it out for the first.',
    schema: { type: 'string', pattern: '^\\d{1,15}$' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A new random key for each thing you want done, the same one whenever you try that thing again. The same key with the same body brings the same answer and does nothing twice; refusals are not remembered.',
    schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source, minLength: 16, maxLength: 255 },
    example: SAMPLE.idempotencyKey,
  },
  acceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: `The language of labels and notes: ${LANGUAGES.map((code) => `\`${code}\``).join(' or ')}; the first one is the default.`,
    schema: { type: 'string' },
    example: 'en',
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` you have. If nothing changed since, the answer is 304 without a body.',
    schema: { type: 'string' },
    example: `"${SAMPLE.number}-4"`,
  },
  contentRange: {
    name: 'Content-Range',
    in: 'header',
    required: true,
    description: `Which bytes of how many this part is (RFC 9110 §14.4). Every part but the last is ${ATTACHMENTS.partBytes} bytes long; a file is ${ATTACHMENTS.fileBytes} at most.`,
    schema: { type: 'string', pattern: '^bytes \\d{1,10}-\\d{1,10}/\\d{1,10}$' },
    example: 'bytes 0-262143/1000000',
  },
  fileName: {
    name: 'X-File-Name',
    in: 'header',
    required: true,
    description: `What the file is called: percent-encoded UTF-8, ${ATTACHMENTS.nameLength} characters at most before encoding.`,
    schema: { type: 'string', minLength: 1 },
    example: 'zrzut%20ekranu.png',
  },
  supportNumber: {
    name: 'X-Support-Number',
    in: 'header',
    description: 'The shop’s support number; needed with a ticket token.',
    schema: { type: 'string', pattern: SUPPORT_NUMBER.source },
    example: SAMPLE.supportNumber,
  },
  installUrl: {
    name: 'X-Install-Url',
    in: 'header',
    description: 'The address where the shop is installed; needed with a ticket token.',
    schema: { type: 'string', minLength: 1, maxLength: LIMITS.installUrl },
    example: SAMPLE.installUrl,
  },
  shopSession: {
    name: 'X-Shop-Session',
    in: 'header',
    description:
      'A session of the shop beside a ticket token: the file counts as sent by the shop, and belongs to the ticket. One that does not hold changes nothing.',
    schema: { type: 'string' },
    example: `s_${'x'.repeat(43)}`,
  },
} as const;

export type ParameterName = keyof typeof PARAMETERS;
