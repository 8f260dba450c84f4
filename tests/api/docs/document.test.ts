import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../src/api/docs/openapi/document.ts';
import type { MediaType } from '../../../src/api/docs/openapi/document-shape.ts';
import type { JsonSchema } from '../../../src/api/docs/openapi/operation.ts';
import { OPERATIONS } from '../../../src/api/docs/openapi/operations.ts';
import { toSchemas } from '../../../src/api/docs/openapi/schemas.ts';
import { ROUTES } from '../../../src/api/routes.ts';
import { PROBLEMS } from '../../../src/contract/problem.ts';
import { Message } from '../../../src/contract/tickets/message.ts';
import { OpenTicketRequest } from '../../../src/contract/tickets/open-ticket-request.ts';
import { isTicketNumber } from '../../../src/contract/tickets/ticket-number.ts';
import { CheckedAnswers } from '../../support/checked-answers.ts';
import { aTicket } from '../../support/requests.ts';

const document = openApiDocument('https://pomoc.example');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every body of the document with the pointer to its schema. */
function bodies(): { at: string[]; media: MediaType }[] {
  return operations.flatMap(({ path, method, operation }) => {
    const at = ['paths', path, method];
    const request = Object.entries(operation.requestBody?.content ?? {}).map(([type, media]) => ({
      at: [...at, 'requestBody', 'content', type, 'schema'],
      media,
    }));
    const answers = Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(([type, media]) => ({
        at: [...at, 'responses', status, 'content', type, 'schema'],
        media,
      })),
    );
    return [...request, ...answers];
  });
}

/** Every field of a schema, however deep, by its path. */
function fieldsOf(schema: JsonSchema, path: string): [string, JsonSchema][] {
  const inner = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const items = schema.items ? fieldsOf(schema.items as JsonSchema, path) : [];
  const others = (schema.anyOf ?? []).flatMap((other) => fieldsOf(other, path));
  const own = inner.flatMap(([name, field]): [string, JsonSchema][] => [
    [`${path}.${name}`, field],
    ...fieldsOf(field, `${path}.${name}`),
  ]);
  return [...own, ...items, ...others];
}

test('is valid OpenAPI 3.1 by the schema of its makers, with every reference in place', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document) as never);
  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, '3.1']);
  const text = JSON.stringify(document);
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      .split('/')
      .reduce<unknown>((node, step) => (node as Record<string, unknown>)?.[step], document);
    expect(target, pointer).toBeDefined();
  }
});

test('a document that is not valid is found out', async () => {
  const { paths: _, ...without } = structuredClone(document);
  const { valid } = await new Validator().validate({ ...without, paths: { noSlash: {} } } as never);
  expect(valid).toBe(false);
});

test('describes every public route and nothing else; the desk is private', () => {
  const routes = ROUTES.filter(({ path }) => path.startsWith('/api/v1/')).map(
    ({ method, path }) => `${method} ${path}`,
  );
  const described = OPERATIONS.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  expect(described.toSorted()).toEqual(routes.toSorted());
  expect(operations).toHaveLength(described.length);
});

test('who may ask is what the route says', () => {
  const needs = {
    anyone: [],
    ticket: ['linkSession', 'shopSession', 'ticketToken'],
    owner: ['shopSession', 'ticketToken'],
    shop: ['shopSession'],
    uploader: ['linkSession', 'shopSession', 'ticketToken'],
    agent: ['nothing that is described here'],
    admin: ['nothing that is described here'],
    'registry-reader': ['apiKey'],
    'registry-writer': ['apiKey'],
    passkey: ['nothing that is described here'],
    'half-signed-in': ['nothing that is described here'],
  };
  for (const { endpoint, security } of OPERATIONS) {
    const route = ROUTES.find(({ method, path }) => method === endpoint.method && path === endpoint.path);
    const needed = security.includes('nobody') ? [] : [...security].toSorted();
    expect(needed, endpoint.path).toEqual(needs[route?.access ?? 'anyone']);
  }
});

test('answers are those of the contract', () => {
  for (const { endpoint, answers } of OPERATIONS) {
    const documented = Object.values(answers).flatMap(({ body }) =>
      body && 'schema' in body ? [body.schema.schema] : [],
    );
    expect([...new Set(documented)], endpoint.path).toEqual('answer' in endpoint ? [endpoint.answer] : []);
  }
});

test('every path parameter is described, and each operation has a name of its own', () => {
  for (const { path, operation } of operations) {
    const inPath = operation.parameters
      .map(({ $ref }) => document.components.parameters[$ref.split('/').at(-1) ?? ''])
      .filter((parameter) => parameter?.in === 'path');
    expect(inPath.map((parameter) => `{${parameter?.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
  }
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
});

test('every problem code is a named example of an operation, or of requests that no operation takes', () => {
  const responses = [
    ...operations.flatMap(({ operation }) => Object.values(operation.responses)),
    ...Object.values(document.components.responses),
  ];
  const named = responses.flatMap(({ content = {} }) =>
    Object.keys(content['application/problem+json']?.examples ?? {}),
  );
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
  const { properties } = document.components.schemas.Problem as { properties: { code: JsonSchema } };
  expect(properties.code.enum).toEqual(Object.keys(PROBLEMS));
});

test('every field, parameter and header is explained', () => {
  const { schemas, parameters, headers } = document.components;
  const fields = Object.entries(schemas).flatMap(([name, schema]) => fieldsOf(schema, name));
  expect(fields.length).toBeGreaterThan(50);
  const silent = fields.filter(([, field]) => !field.description && !field.$ref).map(([path]) => path);
  expect(silent).toEqual([]);
  for (const { description } of [...Object.values(parameters), ...Object.values(headers)])
    expect(description).toBeTruthy();
});

test('words about a field that is not there are a fault', () => {
  const gone = { name: 'Message', schema: Message, description: '', fields: { subject: { description: 'gone' } } };
  expect(() => toSchemas([gone])).toThrow('There is no field subject in Message');
});

describe('examples', () => {
  const checked = new CheckedAnswers(document);

  test('are as their schemas say, and every body of JSON has one', () => {
    for (const { at, media } of bodies().filter(({ media }) => media.schema)) {
      const examples = Object.entries(media.examples ?? {});
      expect(examples.length, at.join(' ')).toBeGreaterThan(0);
      for (const [name, { value }] of examples)
        expect(checked.matches(at, value), `${at.join(' ')}: ${name}`).toBe(true);
    }
  });

  test('of requests are taken by the contract', () => {
    const requests = OPERATIONS.flatMap(({ request }) => (request && 'schema' in request ? [request] : []));
    expect(requests.length).toBeGreaterThan(0);
    for (const { schema, examples } of requests)
      for (const example of Object.values(examples)) expect(schema.schema.safeParse(example).error).toBeUndefined();
  });

  test('name tickets whose check digit fits', () => {
    const numbers = [...JSON.stringify(document).matchAll(/"number":"(\d+)"/g)].map(([, number = '']) => number);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => !isTicketNumber(number))).toEqual([]);
  });
});

describe('what a schema can say of a ticket, it says', () => {
  const at = ['components', 'schemas', 'OpenTicketRequest'];
  const checked = new CheckedAnswers(document);

  test.each<[string, object]>([
    ['no subject', { ...aTicket(), subject: undefined }],
    ['a short subject', aTicket({ subject: 'ab' })],
    ['a long subject', aTicket({ subject: 'x'.repeat(201) })],
    ['a subject of two lines', aTicket({ subject: 'raz\ndwa' })],
    ['a long description', aTicket({ description: 'x'.repeat(20_001) })],
    ['no description', aTicket({ description: '' })],
    ['a NUL', aTicket({ description: 'a\u0000b' })],
    ['DEL', aTicket({ description: 'a\u007fb' })],
    ['a carriage return', aTicket({ description: 'a\r\nb' })],
    ['no such topic', { ...aTicket(), topic: 'N11' }],
    ['an e-mail address without host', aTicket({ contact: { email: 'anna@' } })],
    ['a support number with a space', aTicket({ supportNumber: '7KcW t9Ru' })],
    ['no such fact', { ...aTicket(), outage: { facts: ['x'] } }],
    ['the same file twice', aTicket({ attachments: ['a'.repeat(22), 'a'.repeat(22)] })],
    ['a short token', aTicket({ ticketToken: 'short' })],
    ['a channel', { ...aTicket(), channel: 'panel' }],
    ['a diagnostic with a space in its name', aTicket({ diagnostics: { 'a b': '' } })],
  ])('both refuse %s', (_, body) => {
    const sent: unknown = JSON.parse(JSON.stringify(body));
    expect(OpenTicketRequest.safeParse(sent).success).toBe(false);
    expect(checked.matches(at, sent)).toBe(false);
  });

  test.each<[string, object]>([
    ['the least', aTicket()],
    ['tabs, line feeds and astral characters', aTicket({ description: '\tżółć\n😀' })],
    ['everything', aTicket({ outage: { facts: ['shop-down', 'shop-down'] }, diagnostics: {}, attachments: [] })],
  ])('both take %s', (_, body) => {
    expect(OpenTicketRequest.safeParse(body).error).toBeUndefined();
    expect(checked.matches(at, body)).toBe(true);
  });
});
