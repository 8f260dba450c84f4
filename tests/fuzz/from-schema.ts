import { globSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Random } from './random.ts';

/** What is read of a JSON schema here. */
export interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  items?: Shape;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

interface Known {
  schema: z.ZodMiniType;
  shape: Shape;
}

/** The schemas of bodies and of queries in the contract, by what their names end with: a new one is found by itself. */
export interface ContractSchemas {
  bodies: Known[];
  queries: Known[];
}

export async function contractSchemas(): Promise<ContractSchemas> {
  const root = join(import.meta.dirname, '../../src/contract');
  const found: ContractSchemas = { bodies: [], queries: [] };
  for (const file of globSync('**/*.ts', { cwd: root }).toSorted()) {
    const names = Object.entries((await import(join(root, file))) as Record<string, unknown>);
    for (const [name, schema] of names) {
      if (!isSchema(schema)) continue;
      const known = { schema, shape: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape };
      if (/(Query|Filters?)$/.test(name)) found.queries.push(known);
      if (name.endsWith('Request')) found.bodies.push(known);
    }
  }
  return found;
}

function isSchema(value: unknown): value is z.ZodMiniType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

/** The shapes of the schemas that take a body: those of its endpoint, and of no other where bodies differ. */
export function shapesOf({ bodies }: ContractSchemas, body: unknown): Shape[] {
  return bodies.filter(({ schema }) => schema.safeParse(body).success).map(({ shape }) => shape);
}

/** A value that a shape allows as far as it says so; what it does not say is left to chance, and `texts` are tried for patterns. */
export function fromShape(shape: Shape, random: Random, texts: readonly string[]): unknown {
  const options = shape.anyOf ?? shape.oneOf;
  if (options) return fromShape(random.pick(options), random, texts);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((part) => fromShape(part, random, texts)));
  if ('const' in shape) return shape.const;
  if (shape.enum) return random.pick(shape.enum);
  switch (shape.type) {
    case 'object':
      return anObject(shape, random, texts);
    case 'array': {
      const count = Math.min(shape.maxItems ?? 3, (shape.minItems ?? 0) + random.below(3));
      return Array.from({ length: count }, () => fromShape(shape.items ?? {}, random, texts));
    }
    case 'string':
      return aText(shape, random, texts);
    case 'integer':
    case 'number': {
      const least = Math.max(shape.minimum ?? 0, -1000);
      return least + random.below(Math.min((shape.maximum ?? 1000) - least, 1000) + 1);
    }
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return random.pick([null, 'x', 1, {}, []]);
  }
}

function anObject(shape: Shape, random: Random, texts: readonly string[]): object {
  const { properties = {}, required = [], additionalProperties } = shape;
  const entries = Object.entries(properties)
    .filter(([name]) => required.includes(name) || random.chance(0.5))
    .map(([name, inner]) => [name, fromShape(inner, random, texts)]);
  if (typeof additionalProperties === 'object') {
    for (const name of ['page', 'shopVersion', 'browser'].slice(random.below(4))) {
      entries.push([name, fromShape(additionalProperties, random, texts)]);
    }
  }
  return Object.fromEntries(entries);
}

const SAMPLES: Record<string, string[]> = {
  'date-time': ['2026-11-22T09:00:00Z', '2026-11-23T10:00:00.000Z', '2027-01-01T00:00:00Z'],
  date: ['2026-11-22', '2026-11-01', '2027-02-28'],
};

function aText({ pattern, format, minLength = 0, maxLength = 200 }: Shape, random: Random, texts: readonly string[]) {
  const samples = SAMPLES[format ?? ''] ?? texts;
  const fitting = samples.filter(({ length }) => length >= minLength && length <= maxLength);
  const matching = pattern ? fitting.filter((text) => new RegExp(pattern, 'u').test(text)) : fitting;
  return matching.length > 0 ? random.pick(matching) : 'a'.repeat(Math.max(minLength, 1));
}
