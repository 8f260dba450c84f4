import { fileTypeFromBuffer } from 'file-type';
import { endingOf, FILE_TYPES, type FileType, isTextType, kindOfName } from '../contract/files/file-kinds.ts';

/** How much of a file the library reads, in bytes; more would only help a hostile file. */
const LOOKED_AT_BYTES = 4100;

/**
 * The media type of a file by its first bytes, or null when it is not accepted: for its kind, or as its name says
 * something else than its bytes, such as a picture called `.js`. A text may be called anything, as it leaves as `.txt`
 * (`offeredName`); its ending decides only between kinds of text, which the bytes cannot tell apart and which are all
 * served alike (HTML and SVG are plain text here).
 * @param name as `plainFileName` leaves it
 */
export async function fileKind(firstPart: Uint8Array, name: string): Promise<FileType | null> {
  const shown = await shownKind(firstPart);
  if (shown !== null && !isTextType(shown)) return mayBeCalled(name, shown) ? shown : null;
  if (!isText(firstPart)) return null;
  const named = kindOfName(name);
  return named !== null && isTextType(named) ? named : 'text/plain';
}

/** What the bytes show, of the kinds that are accepted. */
async function shownKind(firstPart: Uint8Array): Promise<FileType | null> {
  // Before the library reads it, which would unpack what it takes for an office document. We never unpack anything.
  if (isZip(firstPart)) return 'application/zip';
  const mime = (await fileTypeFromBuffer(firstPart.subarray(0, LOOKED_AT_BYTES)))?.mime;
  return FILE_TYPES.find((type) => type === mime) ?? null;
}

/**
 * Whether a name fits the kind of the bytes. Pictures are often saved under the ending of another kind of picture, and
 * leave under their own; a name without an ending says nothing.
 */
function mayBeCalled(name: string, shown: FileType): boolean {
  const named = kindOfName(name);
  if (named === null) return endingOf(name) === '';
  return named === shown || (named.startsWith('image/') && shown.startsWith('image/'));
}

/** A zip that holds something. Office documents and Java archives are zips too: their endings refuse them. */
function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

/** Text in any charset without NULs and other control bytes, or in UTF-16 with its mark, as Windows writes logs. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x1b);
}
