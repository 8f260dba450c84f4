import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import { FILE_KINDS, kindOfName } from '../../src/contract/files/file-kinds.ts';
import { exceedsPixels } from '../../src/contract/files/picture-size-limit.ts';
import { CONTROL_CHARACTERS } from '../../src/contract/shapes.ts';
import { drawPicture, pictureSizeOf } from '../draw-picture.ts';
import { drawScaled, encode, widthSent } from './canvas-image.ts';

/** Why a file is refused. */
export type FileProblem =
  | 'kind'
  /** a photo of an iPhone */
  | 'heic'
  /** another picture, which the picker offers too */
  | 'picture-kind'
  | 'empty'
  | 'too-large'
  | 'pixels-exceeded'
  | 'unreadable';

export type Prepared =
  | { outcome: 'prepared'; name: string; type: string; blob: Blob }
  | { outcome: 'refused'; problem: FileProblem };

/** Pictures that are not accepted, which somebody can save as another kind. */
const OTHER_PICTURES = /\.(?:avif|bmp|dib|tiff?|ico|jxl|jp2)$/i;

/** The `accept` of the file picker; with `image/*` phones offer their camera. */
export const ACCEPTED = `image/*,.${Object.values(FILE_KINDS).flat().join(',.')}`;

/** Whether a file is re-encoded as a picture. A GIF is not, as it may be animated. */
export function isPicture(type: string): boolean {
  return /^image\/(?:png|jpeg|webp)$/.test(type);
}

/** Prepares a file: pictures are scaled down and lose their metadata. */
export async function prepareFile(file: File): Promise<Prepared> {
  // Every browser names a pasted picture so.
  const name = file.name === 'image.png' ? 'wklejony-obraz.png' : tidyName(file.name);
  const kind = kindOfName(name);
  // Where a browser reports none, a picture loses its metadata all the same.
  const type = file.type || (kind?.startsWith('image/') ? kind : '');
  if (!kind) return { outcome: 'refused', problem: whyNot(name, type) };
  if (!file.size) return { outcome: 'refused', problem: 'empty' };
  let blob: Blob = file;
  if (isPicture(type)) {
    const drawn = await drawPicture(file, widthSent, async (picture) => {
      blob = await encode(drawScaled(picture), type, ATTACHMENTS.fileBytes);
    });
    if (drawn !== 'drawn') return { outcome: 'refused', problem: drawn };
  } else if (type === 'image/gif') {
    const size = await pictureSizeOf(file).catch(() => null);
    if (size && exceedsPixels(size)) return { outcome: 'refused', problem: 'pixels-exceeded' };
  }
  if (blob.size > ATTACHMENTS.fileBytes) return { outcome: 'refused', problem: 'too-large' };
  return { outcome: 'prepared', name: nameFor(name, blob.type), type: blob.type, blob };
}

function whyNot(name: string, type: string): FileProblem {
  if (/\.hei[cf]s?$/i.test(name) || /^image\/hei[cf]/.test(type)) return 'heic';
  // A drawing may run scripts.
  const isOther = type.startsWith('image/') && type !== 'image/svg+xml';
  return isOther || OTHER_PICTURES.test(name) ? 'picture-kind' : 'kind';
}

/** A name that the service accepts, cut before its extension. What cannot be seen is dropped there. */
function tidyName(name: string): string {
  const [, base = name, ending = ''] = /^(.*?)(\.\w{1,5})?$/s.exec(name.replace(CONTROL_CHARACTERS, '')) ?? [];
  return `${base
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, ATTACHMENTS.nameLength - 6)
    .toWellFormed()}${ending}`;
}

const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** The name with the extension of a picture's new format. */
export function nameFor(name: string, type: string): string {
  const ending = ENDINGS[type];
  return !ending || (ending === 'jpg' && /\.jpeg$/i.test(name)) ? name : name.replace(/\.\w+$/, `.${ending}`);
}
