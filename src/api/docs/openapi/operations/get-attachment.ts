import { getAttachment as endpoint } from '../../../../contract/files/get-attachment.ts';
import type { Operation } from '../operation.ts';

/** What a file can be. */
export const FILE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'application/zip',
  'application/xml',
  'text/csv',
  'text/plain',
] as const;

export const getAttachment: Operation = {
  endpoint,
  id: 'getAttachment',
  tag: 'Files',
  summary: 'Download a file of a thread',
  description: 'Always as a download. Whoever may see the ticket may have its files; knowing an id opens nothing.',
  security: ['ticketToken', 'shopSession'],
  parameters: ['attachmentId'],
  answers: {
    200: {
      description: 'The file’s bytes, as they were sent.',
      headers: ['Content-Disposition'],
      body: { mediaTypes: FILE_TYPES },
    },
  },
  problems: ['not-found'],
};
