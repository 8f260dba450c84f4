import type { Part } from './open-parts.ts';

/** Pictures that are smaller, in bytes, keep a place free and show nothing. */
const LEAST_BYTES = 200;

/** Most pictures of one part that are taken out. */
const MOST = 100;

const PICTURE = /\bsrc\s*=\s*(["'])data:(image\/[a-z0-9.+-]{1,40});base64,([a-z0-9+/=\s]*)\1/gi;

/**
 * The parts of a letter with pictures that its HTML has within itself, as `data:` addresses, as parts of their own: they are
 * files, and would leave no room for words.
 */
export function picturesApart(part: Part): Part {
  if (!part.leaf) return { ...part, children: part.children.map(picturesApart) };
  if (part.type !== 'text/html' || part.disposition === 'attachment') return part;
  const { content } = part.leaf;
  const pictures: Part[] = [];
  const html = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const rest = html.replace(PICTURE, (_, _quote, type: string, base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length < LEAST_BYTES || pictures.length >= MOST) return '';
    const cid = `data-${pictures.length + 1}`;
    const leaf = { content: bytes, isWhole: true };
    pictures.push({ type: type.toLowerCase(), params: {}, disposition: 'inline', name: null, cid, children: [], leaf });
    return `src="cid:${cid}"`;
  });
  if (rest.length === html.length) return part;
  const words = { ...part, leaf: { ...part.leaf, content: Buffer.from(rest, 'latin1') } };
  return { ...part, type: 'multipart/related', name: null, leaf: null, children: [words, ...pictures] };
}
