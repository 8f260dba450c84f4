import { fileTypeFromBuffer } from 'file-type';

/** Media types of pictures and documents that are accepted, as detected from their first bytes. */
const BINARY_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'];

/** How much of a file the library reads, in bytes; more would only help a hostile file. */
const LOOKED_AT_BYTES = 4100;

/**
 * The media type of a file by its first bytes, or null when its kind is not allowed. The name decides only between
 * kinds of text (HTML and SVG are plain text here), which the bytes cannot tell apart and which are all served alike.
 */
export async function fileKind(firstPart: Uint8Array, name: string): Promise<string | null> {
  // Before the library reads it, which would unpack what it takes for an office document. We never unpack anything.
  if (isZip(firstPart)) return 'application/zip';
  const shown = (await fileTypeFromBuffer(firstPart.subarray(0, LOOKED_AT_BYTES)))?.mime;
  if (shown && BINARY_TYPES.includes(shown)) return shown;
  return isText(firstPart) ? textKind(name, shown) : null;
}

/** Office documents are zips too, and are accepted as such. */
function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && (three === 3 || three === 5) && four === three + 1;
}

/** Text in any charset without NULs and other control bytes, or in UTF-16 with its mark, as Windows writes logs. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x1b);
}

function textKind(name: string, shown: string | undefined): string {
  if (shown === 'application/xml' || /\.xml$/i.test(name)) return 'application/xml';
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}
