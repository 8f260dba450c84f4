import { readFileSync } from 'node:fs';

/** What a template may name: a text for `{{name}}`, or rows for `{{#name}}…{{/name}}`. */
export interface Values {
  [name: string]: string | Values[];
}

/** Reads a template with its `{{> partial.html}}` files and fills in lists and values, escaped for HTML. */
export function fillPage(file: URL, values: Values): string {
  return fill(readWithPartials(file), values);
}

/** The rows of a list, none when there is no such list. */
export function rowsOf(values: Values, list: string): Values[] {
  const rows = values[list];
  return Array.isArray(rows) ? rows : [];
}

function readWithPartials(file: URL): string {
  return readFileSync(file, 'utf8').replace(/\{\{> ([\w-]+\.html)\}\}\n?/g, (_, partial: string) =>
    readWithPartials(new URL(partial, file)),
  );
}

function fill(template: string, values: Values): string {
  return template.replace(
    /\{\{#(\w+)\}\}(.*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/gs,
    (_, list: string | undefined, row: string, name: string) =>
      list === undefined ? escapeHtml(textOf(values, name)) : fillRows(row, list, values),
  );
}

function fillRows(template: string, list: string, values: Values): string {
  return rowsOf(values, list)
    .map((row) => fill(template, { ...values, ...row }))
    .join('');
}

function textOf(values: Values, name: string): string {
  const text = values[name];
  if (typeof text !== 'string') throw new Error(`A demo page asks for {{${name}}}, which has no text`);
  return text;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
