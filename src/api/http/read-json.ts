import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { FieldError, ProblemCode } from '../../contract/problem.ts';
import { fieldErrors } from './field-errors.ts';
import { isDeeperThan } from './json-depth.ts';
import { problem } from './problem.ts';

/** The deepest nesting of lists and objects; our requests have four levels. */
const DEEPEST = 20;

/** The parsed request, or the response that says why it is refused. */
export type ReadJson<Request> = { ok: true; request: Request } | { ok: false; refusal: Response };

/**
 * Parses a request's body by its schema: strictly, so that unknown fields are refused and not dropped. Of a duplicate
 * key the last one counts, as in JavaScript: no other program parses these bodies before or after us.
 * @param worded adds to the errors what their reader needs besides codes
 */
export async function readJson<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
  worded: (errors: FieldError[]) => FieldError[] = (errors) => errors,
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
    : refuse(context, 'invalid-request', worded(errors));
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

/** Parses JSON, or returns null. A field called `__proto__` is an error: schemas of maps would ignore it. */
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
