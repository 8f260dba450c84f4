import { html, raw } from 'hono/html';

/** A piece of the page, escaped. */
export type Html = ReturnType<typeof html>;

/** A description as the document has it: paragraphs apart by an empty line, with `code` in between. Nothing else of Markdown. */
export function paragraphs(text: string): Html {
  return html`${text.split('\n\n').map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}

/** A line of words with `code`. */
export function inline(text: string): Html {
  const parts = text.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

/** Something of JSON, as it would be sent. */
export function json(value: unknown): Html {
  return html`<pre><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}

/** An id for a part of the page. */
export function anchor(kind: 'operation' | 'schema', name: string): string {
  return `${kind}-${name}`;
}

export const NOTHING = raw('');
