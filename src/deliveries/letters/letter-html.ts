import { textBlocks, textParts } from '../../contract/text-parts.ts';
import type { Part } from './parts.ts';

/**
 * A letter as a simple page: no table, no picture, nothing from elsewhere. Styles stand at each element, and once more on a
 * block within the body: web mail drops style sheets, and often the body's own. Colours always come in pairs, so that no
 * program shows dark text on a dark ground.
 */
export function inHtml(subject: string, parts: readonly Part[], language: string): string {
  const head = `<meta charset="utf-8"><title>${escapeHtml(subject)}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light">`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body style="margin:0;${PAPER}"><div style="${LETTER}">${parts.map(toHtml).join('')}</div></body></html>`;
}

const PAPER = 'background-color:#ffffff;color:#17201f';
const LETTER = `max-width:600px;padding:16px;${PAPER};font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5`;
const PARAGRAPH = 'margin:0 0 16px';
const SAID = 'margin:0 0 16px;padding:12px 16px;background-color:#f1efe9;color:#17201f';
const LIST = 'margin:0;padding:0;list-style-type:none';
const ITEM = 'margin:0 0 0 24px;text-indent:-16px';
const FOOT = 'margin:24px 0 0;color:#5b6664;font-size:13px';
/** Our addresses have keys without a place to break, wider than a phone; the older name is Outlook's. */
const LINK = 'color:#0b5b5e;overflow-wrap:break-word;word-wrap:break-word';

function toHtml(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p style="${PARAGRAPH}">${lines(part.text)}</p>`;
    case 'said':
      return `<div style="${SAID}">${typed(part.text)}</div>`;
    case 'link':
      return `<p style="${PARAGRAPH}">${lines(part.label)}:<br>${link(part.url, part.url)}</p>`;
    case 'foot': {
      const end = part.link ? `<br>${link(part.link.url, part.link.label)}` : '';
      return `<p style="${FOOT}">${lines(part.text)}${end}</p>`;
    }
  }
}

/** Somebody's words, with lists, bold words, and the addresses in them as links: Outlook makes none by itself. */
function typed(text: string): string {
  return textBlocks(text)
    .map((block) => {
      if (typeof block === 'string') return inline(block);
      const items = block.map((item) => `<li style="${ITEM}">${inline(item.replace(/\r?\n$/, ''))}</li>`);
      return `<ul style="${LIST}">${items.join('')}</ul>`;
    })
    .join('');
}

function inline(line: string): string {
  return textParts(line)
    .map(({ text, href, isBold, isSign }) => {
      if (isSign) return '';
      const drawn = href ? link(href, text) : lines(text);
      return isBold ? `<strong>${drawn}</strong>` : drawn;
    })
    .join('');
}

function link(url: string, label: string): string {
  return `<a href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(label)}</a>`;
}

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
