/** A part of a letter. Text of people stands in `said`, kept as typed. */
export type Part =
  | { kind: 'paragraph'; text: string }
  /** an address that stands on its own line, with what it opens */
  | { kind: 'link'; label: string; url: string }
  /** somebody's words */
  | { kind: 'said'; text: string }
  /** why the letter came, at its end; programs show it smaller, or leave it out of answers */
  | { kind: 'foot'; text: string; link: { label: string; url: string } | null };

export function paragraph(text: string): Part {
  return { kind: 'paragraph', text };
}

/** The plain text of a letter. */
export function inText(parts: readonly Part[]): string {
  const written = parts.map((part) => {
    if (part.kind === 'link') return `${part.label}:\n${part.url}`;
    if (part.kind !== 'foot') return part.text;
    return `-- \n${part.text}${part.link ? `\n${part.link.label}:\n${part.link.url}` : ''}`;
  });
  return `${written.join('\n\n')}\n`;
}
