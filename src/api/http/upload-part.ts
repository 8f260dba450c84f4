import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { FilePart, PartReceived } from '../../attachments/receive-part.ts';
import { PutUploadHeaders } from '../../contract/files/put-upload-request.ts';
import type { FieldError } from '../../contract/problem.ts';
import { pathParameter } from './check-path.ts';
import { fieldErrors } from './field-errors.ts';
import { problem } from './problem.ts';

type Read = { ok: true; part: FilePart; headers: z.infer<typeof PutUploadHeaders> } | { ok: false; refusal: Response };

/** Reads one part of a file: its bytes, and its headers by their schema; or the response that refuses it. */
export async function readPart(context: Context): Promise<Read> {
  const names = Object.keys(PutUploadHeaders.shape);
  // An empty one names nothing: the page of a mailed link knows no shop.
  const headers = Object.fromEntries(names.map((name) => [name, context.req.header(name) || undefined]));
  const read = PutUploadHeaders.safeParse(headers, { reportInput: true });
  if (!read.success) return invalid(context, fieldErrors(read.error));
  const { start, end, total } = read.data['Content-Range'];
  const content = Buffer.from(await context.req.arrayBuffer());
  if (content.length !== end - start + 1) return invalid(context, [{ path: 'Content-Range', code: 'wrong-format' }]);
  const part = { id: pathParameter(context, 'id'), name: read.data['X-File-Name'], start, total, content };
  return { ok: true, part, headers: read.data };
}

/** Answers with how much of the file is here, or with why the part was refused. */
export function answerPart(context: Context, outcome: PartReceived): Response {
  if (outcome.outcome === 'received') return context.json(outcome.upload);
  const { outcome: _, code, ...details } = outcome;
  return problem(context, code, details);
}

function invalid(context: Context, errors: FieldError[]): Read {
  return { ok: false, refusal: problem(context, 'invalid-request', { errors }) };
}
