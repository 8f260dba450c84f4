import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { FieldError, ProblemCode } from '../../contract/problem.ts';
import { fieldErrors } from './field-errors.ts';
import { isDeeperThan } from './json-depth.ts';
import { problem } from './problem.ts';

/** How deep lists and objects may stand within one another; what we read has four levels. */
const DEEPEST = 20;

/** A request as its schema knows it, or the answer that says why it cannot be taken. */
export type ReadJson<Request> = { ok: true; request: Request } | { ok: false; refusal: Response };

/**
 * Reads a request's body by its schema: strictly, so that what we do not know is refused and not dropped. Of a key that
 * comes twice the last one counts, as everywhere in JavaScript: no other program reads these bodies before or after us.
 */
export async function readJson<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
): Promise<ReadJson<z.infer<Schema>>> {
  if (!isJson(context.req.header('Content-Type'))) return refuse(context, 'unsupported-media-type');
  const text = decodeUtf8(await context.req.arrayBuffer());
  if (text === null) return refuse(context, 'malformed-json');
  if (isDeeperThan(DEEPEST, text)) {
    return refuse(context, 'invalid-request', [{ path: '', code: 'too-deep' }]);
  }
  const parsed = parseJson(text);
  if (!parsed) return refuse(context, 'malformed-json');
  const read = schema.safeParse(parsed.value, { reportInput: true });
  const errors = [...parsed.errors, ...(read.success ? [] : fieldErrors(read.error))];
  return read.success && errors.length === 0
    ? { ok: true, request: read.data }
    : refuse(context, 'invalid-request', errors);
}

function refuse(context: Context, code: ProblemCode, errors?: FieldError[]): { ok: false; refusal: Response } {
  return { ok: false, refusal: problem(context, code, errors && { errors }) };
}

/** Only `application/json`, which a page of another origin cannot send without asking first; charset utf-8 or none. */
function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '');
}

function decodeUtf8(body: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** JSON, or null. A field called `__proto__` is named as an error: schemas of maps would pass over it. */
function parseJson(text: string): { value: unknown; errors: FieldError[] } | null {
  const errors: FieldError[] = [];
  try {
    const value: unknown = JSON.parse(text, (key, inner) => {
      if (key === '__proto__') errors.push({ path: key, code: 'unknown-field' });
      return inner;
    });
    return { value, errors: errors.slice(0, 1) };
  } catch {
    return null;
  }
}
