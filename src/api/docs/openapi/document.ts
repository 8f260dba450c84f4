import { ANSWER_HEADERS, type AnswerHeaderName, HEADERS_OF_EVERY_ANSWER } from './answer-headers.ts';
import type { MediaType, OpenApiDocument, OperationObject, ResponseObject } from './document-shape.ts';
import { type Answer, type BytesBody, type JsonBody, type NamedSchema, type Operation, TAGS } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { PARAMETERS } from './parameters.ts';
import {
  fieldErrorSchema,
  PROBLEMS_OF_EVERY_REQUEST,
  PROBLEMS_OF_NO_OPERATION,
  problemResponse,
  problemResponses,
  problemSchema,
} from './problems.ts';
import { toSchemas } from './schemas.ts';
import { SECURITY_SCHEMES } from './security-schemes.ts';

const DESCRIPTION = `Tickets for the support of shopGold shops, as the widget in the shop’s panel opens and reads them.

JSON in UTF-8. Instants are ISO 8601 in UTC with \`Z\`; days are \`YYYY-MM-DD\` in Warsaw. Lengths of texts are UTF-16 code units; half characters (lone surrogates) are refused.

Refusals are \`application/problem+json\` with a \`code\` to go by. Requests are read strictly: a field we do not know is refused. Answers may get new fields and new values: pass over what you do not know.

Any page of any origin may ask (CORS without credentials).`;

/**
 * The public API as an OpenAPI 3.1 document, made from the contract's own schemas, so that it cannot differ from what
 * the service parses.
 * @param publicUrl the address at which clients reach the service
 */
export function openApiDocument(publicUrl: string): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pomoc online',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: { ...toSchemas(OPERATIONS.flatMap(schemasOf)), Problem: problemSchema, FieldError: fieldErrorSchema },
      parameters: PARAMETERS,
      headers: ANSWER_HEADERS,
      responses: Object.fromEntries(PROBLEMS_OF_NO_OPERATION.map((code) => [code, problemResponse([code])])),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function schemasOf({ request, answers }: Operation): NamedSchema[] {
  const bodies = [request, ...Object.values(answers).map(({ body }) => body)];
  return bodies.flatMap((body) => (body && 'schema' in body ? [body.schema] : []));
}

function pathsOf(operations: readonly Operation[]): OpenApiDocument['paths'] {
  const paths: OpenApiDocument['paths'] = {};
  for (const operation of operations) {
    const path = operation.endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][operation.endpoint.method.toLowerCase()] = operationObject(operation);
  }
  return paths;
}

function operationObject(operation: Operation): OperationObject {
  const { id, tag, summary, description, security, parameters, request, answers, problems } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: security.map((scheme) => (scheme === 'nobody' ? {} : { [scheme]: [] })),
    parameters: parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(request && { requestBody: { required: true, content: contentOf(request) } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseObject(answer)])),
      ...problemResponses([...problems, ...PROBLEMS_OF_EVERY_REQUEST]),
    },
  };
}

function responseObject({ description, headers = [], body }: Answer): ResponseObject {
  return {
    description,
    headers: headerRefs([...HEADERS_OF_EVERY_ANSWER, ...headers]),
    ...(body && { content: contentOf(body) }),
  };
}

function headerRefs(names: readonly AnswerHeaderName[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function contentOf(body: JsonBody | BytesBody): Record<string, MediaType> {
  if ('mediaTypes' in body) return Object.fromEntries(body.mediaTypes.map((type) => [type, {}]));
  const examples = Object.entries(body.examples).map(([name, value]) => [name, { value }]);
  const schema = { $ref: `#/components/schemas/${body.schema.name}` };
  return { 'application/json': { schema, examples: Object.fromEntries(examples) } };
}
