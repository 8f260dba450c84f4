/** A part of a letter. Text of people stands in `said`, kept as typed. */
export type Part =
  | { kind: 'paragraph'; text: string }
  /** an address that stands on its own line, with what it opens */
  | { kind: 'link'; label: string; url: string }
  /** somebody's words */
  | { kind: 'said'; by: string | null; text: string }
  /** what a mail program may show smaller */
  | { kind: 'small'; text: string };

/** The plain text of a letter. */
export function inText(parts: readonly Part[]): string {
  const lines = parts.map((part) => {
    if (part.kind === 'link') return `${part.label}:\n${part.url}`;
    if (part.kind === 'said') return part.by === null ? part.text : `${part.by}:\n\n${part.text}`;
    return part.kind === 'small' ? `-- \n${part.text}` : part.text;
  });
  return `${lines.join('\n\n')}\n`;
}

/** The same as a simple page: no table, no picture, nothing from elsewhere, each link written out. */
export function inHtml(parts: readonly Part[], language: string): string {
  const body = parts.map((part) => {
    if (part.kind === 'link') {
      const url = escapeHtml(part.url);
      return `<p style="${PARAGRAPH}">${escapeHtml(part.label)}:<br><a href="${url}" style="color:#0b5b5e">${url}</a></p>`;
    }
    if (part.kind === 'said') {
      const by = part.by === null ? '' : `<p style="${PARAGRAPH};font-weight:bold">${escapeHtml(part.by)}</p>`;
      return `${by}<div style="${SAID}">${lines(part.text)}</div>`;
    }
    const style = part.kind === 'small' ? `${PARAGRAPH};color:#5b6664;font-size:13px` : PARAGRAPH;
    return `<p style="${style}">${lines(part.text)}</p>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="${BODY}">${body.join('')}</body></html>`;
}

const BODY = 'margin:0;padding:16px;max-width:600px;font:16px/1.5 Arial,Helvetica,sans-serif;color:#17201f';
const PARAGRAPH = 'margin:0 0 16px';
const SAID = 'margin:0 0 16px;padding:12px 16px;background-color:#f1efe9';

/** Outlook knows no `white-space`, so ends of lines and indents are written out. */
function lines(text: string): string {
  return escapeHtml(text)
    .replace(/\r?\n/g, '<br>')
    .replace(/ (?= )|(?<=<br>) /g, '&#160;');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
