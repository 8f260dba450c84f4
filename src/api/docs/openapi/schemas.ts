import * as z from 'zod/mini';
import type { JsonSchema, NamedSchema } from './operation.ts';

/**
 * The contract's schemas as JSON Schema with their descriptions, by name.
 *
 * All use zod's input form, also those of responses: responses may get new fields, and a schema that forbids them would
 * break every strict client on that day. Requests are strict in the contract itself.
 * @throws when a description names a missing field
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

/** Adds to the contract's schema and removes nothing: if both have a pattern, both apply. */
function addWords(field: JsonSchema, { pattern, ...words }: JsonSchema): void {
  Object.assign(field, words);
  if (pattern) Object.assign(field, field.pattern ? { allOf: [{ pattern }] } : { pattern });
}

function fieldOf(schema: JsonSchema | undefined, field: string): JsonSchema | undefined {
  const item = (schema?.items as JsonSchema | undefined) ?? nullable(schema) ?? schema;
  return item?.properties?.[field] as JsonSchema | undefined;
}

/** The schema of a value that is not null. */
function nullable(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema?.anyOf?.find(({ type }) => type !== 'null');
}
