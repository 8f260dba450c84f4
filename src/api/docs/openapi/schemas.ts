import * as z from 'zod/mini';
import type { JsonSchema, NamedSchema } from './operation.ts';

/**
 * The contract's schemas as JSON Schema with their words, by name.
 *
 * All are made as of what is read, also those of answers: what we answer may get new fields, and a schema that forbade
 * them would break every strict client on that day. Requests are strict in the contract itself.
 * @throws when words are about a field that is not there
 */
export function toSchemas(named: Iterable<NamedSchema>): Record<string, JsonSchema> {
  const byName = new Map([...named].map((each) => [each.name, each]));
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of byName.values()) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (name) => `#/components/schemas/${name}` });
  return Object.fromEntries([...byName].map(([name, each]) => [name, withWords(schemas[name] as JsonSchema, each)]));
}

function withWords({ $schema: _, $id: __, ...schema }: JsonSchema, { name, description, fields }: NamedSchema) {
  for (const [path, words] of Object.entries(fields)) {
    const field = path.split('.').reduce<JsonSchema | undefined>(fieldOf, schema);
    if (!field) throw new Error(`There is no field ${path} in ${name}`);
    addWords(field, words);
  }
  return { ...schema, description };
}

/** Adds to what the contract says and takes nothing of it away: two patterns hold both. */
function addWords(field: JsonSchema, { pattern, ...words }: JsonSchema): void {
  Object.assign(field, words);
  if (pattern) Object.assign(field, field.pattern ? { allOf: [{ pattern }] } : { pattern });
}

function fieldOf(schema: JsonSchema | undefined, field: string): JsonSchema | undefined {
  const item = (schema?.items as JsonSchema | undefined) ?? nullable(schema) ?? schema;
  return item?.properties?.[field] as JsonSchema | undefined;
}

/** What something is when it is not null. */
function nullable(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema?.anyOf?.find(({ type }) => type !== 'null');
}
