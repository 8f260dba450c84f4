import type { Context } from 'hono';
import { receivePart } from '../../attachments/receive-part.ts';
import type { FieldError } from '../../contract/problem.ts';
import { PutUploadHeaders } from '../../contract/put-upload-request.ts';
import type { ApiDeps } from '../api-deps.ts';
import { pathParameter } from '../check-path.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';

/** `PUT /api/v1/uploads/:id` */
export async function answerPutUpload(context: Context, deps: ApiDeps): Promise<Response> {
  const names = Object.keys(PutUploadHeaders.shape);
  const headers = Object.fromEntries(names.map((name) => [name, context.req.header(name)]));
  const read = PutUploadHeaders.safeParse(headers, { reportInput: true });
  if (!read.success) return invalid(context, fieldErrors(read.error));
  const { start, end, total } = read.data['Content-Range'];

  const content = Buffer.from(await context.req.arrayBuffer());
  if (content.length !== end - start + 1) return invalid(context, [{ path: 'Content-Range', code: 'wrong-format' }]);
  const identity = {
    supportNumber: read.data['X-Support-Number'] ?? '',
    installUrl: read.data['X-Install-Url'] ?? '',
  };
  const sender = { caller: await readCaller(context, deps), identity };
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
