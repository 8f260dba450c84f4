import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { FILE_TYPES } from '../../contract/files/file-kinds.ts';
import type { FileHindrance } from '../../contract/lists.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { getAttachment as endpoint } from '../../contract/tickets/read-ticket.ts';
import {
  type AttachmentToRead,
  type HinderedFile,
  readAnyAttachment,
  readAttachment,
} from '../../tickets/read-attachment.ts';
import type { ApiDeps } from '../api-deps.ts';
import { asAgent } from '../desk/as-agent.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { pathParameter } from '../http/check-path.ts';
import { contentDisposition } from '../http/content-disposition.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';

/**
 * `GET /api/v1/attachments/:id`: always a download, which no browser renders as a page of ours, whatever its bytes and
 * name are: a file from a stranger must not run as a script of our origin. Every response carries `nosniff` and a
 * sandboxing policy.
 */
export async function answerGetAttachment(context: Context, deps: ApiDeps): Promise<Response> {
  const id = pathParameter(context, 'id');
  return answerFile(context, await readAttachment(deps.store, id, await readCaller(context, deps), deps.now()));
}

/** `GET /api/desk/attachments/:id`: the same for agents, of any ticket. */
export const answerGetDeskAttachment = asAgent(async (context, deps, agent) =>
  answerFile(context, await readAnyAttachment(deps, pathParameter(context, 'id'), agent.id)),
);

const PROBLEMS = {
  unscanned: 'file-unscanned',
  'scan-failed': 'file-unscanned',
  refused: 'file-refused',
  freed: 'not-found',
} as const satisfies Record<FileHindrance, ProblemCode>;

function answerFile(context: Context, file: AttachmentToRead | HinderedFile | null): Response {
  if (!file) return problem(context, 'not-found');
  if ('hindrance' in file) return problem(context, PROBLEMS[file.hindrance]);
  return context.body(Readable.toWeb(Readable.from(file.content)) as ReadableStream<Uint8Array>, 200, {
    'Content-Type': file.type,
    'Content-Length': String(file.bytes),
    'Content-Disposition': contentDisposition(file.name),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
}

/** The endpoint in the words of the API’s document. */
export const getAttachmentOperation: Operation = {
  endpoint,
  id: 'getAttachment',
  tag: 'Files',
  summary: 'Download a file of a thread',
  description:
    'Always as a download. Whoever may see the ticket may have its files; knowing an id opens nothing. A text leaves under an ending that nothing runs: `start.bat` as `start.bat.txt`.',
  security: ['ticketToken', 'shopSession', 'linkSession'],
  parameters: ['attachmentId'],
  answers: {
    200: {
      description: 'The file’s bytes, as they were sent.',
      headers: ['Content-Disposition'],
      body: { mediaTypes: FILE_TYPES },
    },
  },
  problems: ['file-refused', 'not-found', 'file-unscanned'],
};
