import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeeperThan } from '../../../src/api/http/json-depth.ts';
import { aTicket, newKey, post, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

async function ask(body: string): Promise<{ status: number; answer: unknown }> {
  const response = await api.app.request('/api/v1/shop-status', post(body));
  return { status: response.status, answer: await response.json() };
}

/** JSON of nothing but lists or objects in one another. */
function nested(depth: number, open = '[', close = ']'): string {
  return open.repeat(depth) + close.repeat(depth);
}

describe('how deep JSON is', () => {
  test.each<[string, boolean]>([
    ['1', false],
    [nested(20), false],
    [nested(21), true],
    [`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`, false],
    [`${'{"a":'.repeat(21)}1${'}'.repeat(21)}`, true],
    [`[${'[],'.repeat(50)}1]`, false],
    [`["${'['.repeat(50)}"]`, false],
    [`["\\"${'['.repeat(50)}"]`, false],
    [`["\\\\",${nested(20)}]`, true],
    [nested(100_000), true],
  ])('%s', (json, isDeeper) => {
    expect(isDeeperThan(20, json)).toBe(isDeeper);
  });

  test('is what reading it finds', () => {
    const depthOf = (value: unknown): number =>
      value !== null && typeof value === 'object' ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(6), (value, most) => {
        expect(isDeeperThan(most, JSON.stringify(value, null, 1))).toBe(depthOf(value) > most);
      }),
    );
  });
});

describe('hostile bodies', () => {
  test('twenty levels are read and refused for what they are, one more for being too deep', async () => {
    expect((await ask(nested(20))).answer).toMatchObject({ errors: [{ path: '', code: 'wrong-type' }] });
    const deep = await ask(nested(21));
    expect(deep.status).toBe(422);
    expect(deep.answer).toMatchObject({ code: 'invalid-request', errors: [{ path: '', code: 'too-deep' }] });
    expect((await ask(nested(120_000, '{"a":[', ']}').slice(0, 250_000))).status).toBe(422);
  });

  test('a key that comes twice counts as it came last', async () => {
    const twice = `{"supportNumber":"NieMaGo1",${JSON.stringify(ZURAW).slice(1)}`;
    expect((await ask(twice)).answer).toMatchObject({ support: { state: 'active' } });
  });

  test.each([
    ['a number beyond all numbers', '1e400', 'wrong-type'],
    ['minus that', '-1e400', 'wrong-type'],
    ['half a character', '"a\\ud800b"', 'wrong-format'],
    ['a character that ends lines', '"7KcWt9R\\u0000"', 'wrong-format'],
  ])('%s', async (_, value, code) => {
    const { status, answer } = await ask(JSON.stringify(ZURAW).replace('"7KcWt9Ru"', value));
    expect(status).toBe(422);
    expect(answer).toMatchObject({ errors: [{ path: 'supportNumber', code }] });
  });

  test('whatever they say, they get an answer below 500 and leave no trace in any object', async () => {
    const key = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'supportNumber', 'contact', 'x');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('1e400', '-0', 'null', 'true', '"\\ud800"', '"x"', '{"polluted":1}', '[', '"', '\\'),
        tie('object'),
      ),
      object: fc
        .array(fc.tuple(key, tie('value')), { maxLength: 4 })
        .map((fields) => `{${fields.map(([name, inner]) => `"${name}":${inner}`).join(',')}}`),
    }));
    const before = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(value, async (body) => {
        const spread = JSON.stringify(aTicket()).replace('{', `{"diagnostics":${body},`);
        for (const [path, sent] of [
          ['/api/v1/shop-status', String(body)],
          ['/api/v1/tickets', spread],
        ] as const) {
          const { status } = await api.app.request(path, post(sent, { 'Idempotency-Key': newKey() }));
          expect(status).toBeLessThan(500);
        }
      }),
      { numRuns: 300 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
