import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { MediaType, OpenApiDocument, OperationObject } from '../../src/api/docs/openapi/document-shape.ts';
import type { JsonSchema } from '../../src/api/docs/openapi/operation.ts';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problem.ts';
import type { Service } from './service.ts';

/** An operation of the document, as a request finds it. */
interface Found {
  path: string;
  method: string;
  operation: OperationObject;
}

/**
 * Asks the app and holds every answer to the document: its status, headers, media type and body, without any field that
 * the document does not name; and every request that was taken to the schema of its body. What differs throws.
 */
export class CheckedAnswers {
  /** what was answered so far, such as `openTicket 201` and `openTicket 403 support-expired` */
  readonly seen = new Set<string>();
  readonly #document: OpenApiDocument;
  readonly #validators = new Ajv2020({ allErrors: true });

  constructor(document: OpenApiDocument) {
    this.#document = structuredClone(document);
    close(this.#document.components.schemas);
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.#validators);
    for (const keyword of Object.keys(document)) this.#validators.addKeyword(keyword);
    this.#validators.addSchema(this.#document, 'openapi');
  }

  /** As `app.request`. */
  async ask(app: Service['app'], path: string, init: RequestInit = {}): Promise<Response> {
    const method = init.method?.toLowerCase() ?? 'get';
    const response = await app.request(path, init);
    const found = this.#find(method, path);
    if (!found) throw new Error(`${method} ${path} is not in the document`);
    await this.#check(found, init, response.clone());
    return response;
  }

  #find(method: string, path: string): Found | null {
    const [asked = ''] = path.split('?');
    for (const [template, methods] of Object.entries(this.#document.paths)) {
      const operation = methods[method];
      const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]*')}$`);
      if (operation && pattern.test(asked)) return { path: template, method, operation };
    }
    return null;
  }

  async #check(found: Found, init: RequestInit, response: Response): Promise<void> {
    const { operationId, responses, requestBody } = found.operation;
    const { status } = response;
    const documented = responses[status];
    const text = await response.text();
    if (!documented) throw new Error(`${operationId} answers ${status}, which is not in the document: ${text}`);
    this.#checkHeaders(operationId, Object.keys(documented.headers ?? {}), response);

    const at = ['paths', found.path, found.method, 'responses', String(status)];
    const body = this.#checkBody(`${operationId} ${status}`, at, documented.content, response, text);
    if (status >= 400) {
      const { code, status: told } = body as { code: ProblemCode; status: number };
      if (told !== status || PROBLEMS[code].status !== status) throw new Error(`${code} with ${status}`);
      this.seen.add(`${operationId} ${status} ${code}`);
      return;
    }
    this.seen.add(`${operationId} ${status}`);
    if (requestBody?.content['application/json'] && typeof init.body === 'string') {
      const schema = ['paths', found.path, found.method, 'requestBody', 'content', 'application/json', 'schema'];
      this.#validate(`the request of ${operationId}, which was taken,`, schema, JSON.parse(init.body));
    }
  }

  #checkHeaders(operationId: string, names: readonly string[], { headers }: Response): void {
    for (const name of names) {
      const told = headers.get(name);
      const { required, schema } = this.#document.components.headers[name] ?? { required: true, schema: {} };
      if (told === null && required) throw new Error(`${operationId} lacks the header ${name}`);
      const value = schema.type === 'integer' ? Number(told) : told;
      if (told !== null)
        this.#validate(`${operationId}, header ${name}`, ['components', 'headers', name, 'schema'], value);
    }
  }

  #checkBody(
    what: string,
    at: readonly string[],
    content: Record<string, MediaType> | undefined,
    response: Response,
    text: string,
  ): unknown {
    const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';');
    if (!content) {
      if (text !== '' || type !== '') throw new Error(`${what} has a body, which is not in the document`);
      return undefined;
    }
    const documented = content[type];
    if (!documented) throw new Error(`${what} is ${type || 'of no type'}, which is not in the document`);
    if (!documented.schema) return undefined;
    const body: unknown = JSON.parse(text);
    this.#validate(what, [...at, 'content', type, 'schema'], body);
    return body;
  }

  /** Whether something is as a schema says that stands somewhere in the document. */
  matches(at: readonly string[], value: unknown): boolean {
    return this.#validatorOf(at)(value) as boolean;
  }

  #validate(what: string, at: readonly string[], value: unknown): void {
    const validator = this.#validatorOf(at);
    if (validator(value)) return;
    const errors = this.#validators.errorsText(validator.errors);
    throw new Error(`${what} is not as documented: ${errors}\n${JSON.stringify(value)}`);
  }

  #validatorOf(at: readonly string[]): ValidateFunction {
    const pointer = at.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return (
      this.#validators.getSchema(`openapi#/${pointer}`) ?? this.#validators.compile({ $ref: `openapi#/${pointer}` })
    );
  }
}

/** Forbids every field that is not named: what we answer may grow, but only together with the document. */
function close(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const inner of Object.values(node)) close(inner);
  const schema = node as JsonSchema;
  if (schema.type === 'object' && schema.properties) schema.additionalProperties ??= false;
}
