import { html } from 'hono/html';
import type { JsonSchema } from '../openapi/operation.ts';
import { anchor, type Html, inline, NOTHING } from './to-html.ts';

interface Row {
  path: string;
  isRequired: boolean;
  schema: JsonSchema;
}

/** The fields of a schema as a table; nested ones by dotted paths. */
export function schemaTable(caption: string, schema: JsonSchema): Html {
  const rows = rowsOf(schema, '').map(
    ({ path, isRequired, schema: field }) => html`<tr>
      <th scope="row"><code>${path}</code>${isRequired ? NOTHING : html` <small>optional</small>`}</th>
      <td>${typeOf(field)}</td>
      <td>${field.description ? inline(field.description) : NOTHING}${values(field)}</td>
    </tr>`,
  );
  return html`<table>
    <caption>${caption}</caption>
    <thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}

function rowsOf(schema: JsonSchema, prefix: string): Row[] {
  const inside = itemsOf(schema) ?? objectOf(schema);
  return Object.entries(inside.properties ?? {}).flatMap(([name, field]) => {
    const row = { path: `${prefix}${name}`, isRequired: inside.required?.includes(name) ?? false, schema: field };
    return [row as Row, ...rowsOf(field as JsonSchema, `${prefix}${name}.`)];
  });
}

function itemsOf(schema: JsonSchema): JsonSchema | undefined {
  return schema.items as JsonSchema | undefined;
}

/** The schema of a value that is not null. */
function objectOf(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
}

function typeOf(schema: JsonSchema): Html {
  if (schema.$ref) return schemaLink(schema.$ref);
  const items = itemsOf(schema);
  if (items) return html`list of ${typeOf(items)}`;
  const type = schema.type ?? schema.anyOf?.map((one) => one.type);
  return html`${[type].flat().join(' or ')}${bounds(schema)}`;
}

/** A link to the schema that a `$ref` names. */
export function schemaLink(ref: string): Html {
  const name = ref.split('/').at(-1) ?? '';
  return html`<a href="#${anchor('schema', name)}">${name}</a>`;
}

function bounds({ format, minLength, maxLength, minimum, maximum }: JsonSchema): string {
  const said = [
    format,
    minLength !== undefined && minLength > 1 && `at least ${minLength} long`,
    maxLength !== undefined && `at most ${maxLength} long`,
    typeof minimum === 'number' && minimum > 0 && `at least ${minimum}`,
    typeof maximum === 'number' && `at most ${maximum}`,
  ].filter(Boolean);
  return said.length > 0 ? `, ${said.join(', ')}` : '';
}

function values(schema: JsonSchema): Html {
  const allowed = schema.enum ?? itemsOf(schema)?.enum;
  if (!allowed) return NOTHING;
  return html` <span class="values">${allowed.map((value) => html`<code>${value}</code> `)}</span>`;
}
