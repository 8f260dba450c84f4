import { html, raw } from 'hono/html';

/** A piece of the page, escaped. */
export type Html = ReturnType<typeof html>;

/** A description of the document: paragraphs separated by an empty line, with `code`. No other Markdown. */
export function paragraphs(text: string): Html {
  return html`${text.split('\n\n').map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}

/** A line of text with `code`. */
export function inline(text: string): Html {
  const parts = text.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

/** A JSON value, formatted. */
export function json(value: unknown): Html {
  return html`<pre><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}

/** The id of a section of the page. */
export function anchor(kind: 'operation' | 'schema', name: string): string {
  return `${kind}-${name}`;
}

export const NOTHING = raw('');
