import { decodeBytes } from './charset.ts';
import { cleanText, TEXT_LENGTH } from './clean-text.ts';
import { htmlInText } from './html-in-text.ts';
import type { Leaf, Part } from './open-parts.ts';
import { unflow } from './unflow.ts';

/** The words of a letter. */
export interface LetterWords {
  text: string;
  /** whether there were more than are kept */
  isCut: boolean;
}

/** Most bytes of one part that are read as words. */
const WORDS_BYTES = 1024 * 1024;

/**
 * The words of a letter: of parts that say the same, the plain one if it has any words, and otherwise the HTML.
 * @param pictures names of files by what `cid:` names them by
 */
export function letterWords(root: Part, pictures: ReadonlyMap<string, string>): LetterWords {
  const spoken = wordsIn(root, root, pictures);
  const texts = spoken.map(({ text }) => text).filter((text) => text.trim());
  const text = texts.join('\n\n');
  return { text: cleanText(text), isCut: spoken.some(({ isCut }) => isCut) || text.length > TEXT_LENGTH };
}

interface Words {
  text: string;
  isCut: boolean;
}

function wordsIn(part: Part, root: Part, pictures: ReadonlyMap<string, string>): Words[] {
  if (part.leaf) return isWords(part, root) ? [wordsOf(part, part.leaf, pictures)] : [];
  const [first, ...others] = part.children;
  if (part.type === 'multipart/report') return first ? wordsIn(first, root, pictures) : [];
  if (part.type !== 'multipart/alternative') return part.children.flatMap((child) => wordsIn(child, root, pictures));
  if (!first) return [];
  const plain = wordsIn(first, root, pictures);
  return others.reduce(
    (best, other) => (best.some(({ text }) => text.trim()) ? best : wordsIn(other, root, pictures)),
    plain,
  );
}

/** All parts that say what the letter says, the ones that are not shown included; all other leaves are files. */
export function wordParts(part: Part, root = part): Part[] {
  if (part.leaf) return isWords(part, root) || part.type === 'text/x-amp-html' ? [part] : [];
  return part.children.flatMap((child) => wordParts(child, root));
}

function isWords(part: Part, root: Part): boolean {
  if (!['text/plain', 'text/html', 'text'].includes(part.type) || part.disposition === 'attachment') return false;
  return part === root || !part.name;
}

function wordsOf(part: Part, leaf: Leaf, pictures: ReadonlyMap<string, string>): Words {
  const bytes = leaf.content.subarray(0, WORDS_BYTES);
  const isCut = !leaf.isWhole || bytes.length < leaf.content.length;
  const decoded = decodeBytes(bytes, part.params.charset ?? null).replace(/\r\n?/g, '\n');
  if (part.type === 'text/html') {
    const html = htmlInText(decoded, pictures);
    return { text: html.text, isCut: isCut || html.isCut };
  }
  const isFlowed = part.params.format?.trim().toLowerCase() === 'flowed';
  return { text: isFlowed ? unflow(decoded, part.params.delsp?.trim().toLowerCase() === 'yes') : decoded, isCut };
}
