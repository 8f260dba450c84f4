import type { Context } from 'hono';
import { receivePart } from '../attachments/receive-part.ts';
import { FileName } from '../contract/file-name.ts';
import type { FieldError } from '../contract/problem.ts';
import { UPLOAD_ID } from '../contract/shapes.ts';
import type { ApiDeps } from './api-deps.ts';
import { problem } from './problem.ts';
import { readCaller } from './read-caller.ts';

/** `PUT /api/v1/uploads/:id` */
export async function answerPutUpload(context: Context, deps: ApiDeps): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const range = readRange(context.req.header('Content-Range'));
  const name = readName(context.req.header('X-File-Name'));
  if (!UPLOAD_ID.test(id)) return invalid(context, { path: 'id', code: 'wrong-format' });
  if (!range) return invalid(context, { path: 'Content-Range', code: 'wrong-format' });
  if (name === null) return invalid(context, { path: 'X-File-Name', code: 'wrong-format' });

  const content = Buffer.from(await context.req.arrayBuffer());
  if (content.length !== range.end - range.start + 1) {
    return invalid(context, { path: 'Content-Range', code: 'wrong-format' });
  }
  const identity = {
    supportNumber: context.req.header('X-Support-Number') ?? '',
    installUrl: context.req.header('X-Install-Url') ?? '',
  };
  const sender = { caller: await readCaller(context, deps), identity };
  const outcome = await receivePart(deps, { id, name, start: range.start, total: range.total, content }, sender);
  if (outcome.outcome === 'received') return context.json(outcome.upload);
  const { outcome: _, code, ...details } = outcome;
  return problem(context, code, details);
}

/** `bytes 0-262143/1000000`, RFC 9110 §14.4, with a known length. */
function readRange(header: string | undefined): { start: number; end: number; total: number } | null {
  const [, start, end, total] = /^bytes (\d{1,10})-(\d{1,10})\/(\d{1,10})$/.exec(header ?? '') ?? [];
  return total === undefined ? null : { start: Number(start), end: Number(end), total: Number(total) };
}

/** The file's name, percent-encoded because headers are ASCII; null when it cannot be a name. */
function readName(header: string | undefined): string | null {
  try {
    const name = FileName.safeParse(decodeURIComponent(header ?? ''));
    return name.success ? name.data : null;
  } catch {
    return null;
  }
}

function invalid(context: Context, error: FieldError): Response {
  return problem(context, 'invalid-request', { errors: [error] });
}
