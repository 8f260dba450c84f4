import { drawPicture, pictureSizeOf } from '../../../../browser/draw-picture.ts';
import { ATTACHMENTS } from '../../../../src/contract/files/attachment-limits.ts';
import { exceedsPixels } from '../../../../src/contract/files/picture-size.ts';
import { CONTROL_CHARACTERS } from '../../../../src/contract/shapes.ts';
import { drawScaled, encode, widthSent } from './canvas-image.ts';

/** Why a file is refused. */
export type FileProblem = 'kind' | 'empty' | 'too-large' | 'pixels-exceeded' | 'unreadable';

export type Prepared =
  | { outcome: 'prepared'; name: string; type: string; blob: Blob }
  | { outcome: 'refused'; problem: FileProblem };

/** Accepted extensions: browsers report different media types on different systems. */
const KINDS = /\.(?:png|jpe?g|webp|gif|pdf|txt|log|csv|xml|zip)$/i;

/** The `accept` of the file picker; with `image/*` phones offer their camera. */
export const ACCEPTED = 'image/*,.pdf,.txt,.log,.csv,.xml,.zip';

/** Whether a file is re-encoded as a picture. A GIF is not, as it may be animated. */
export function isPicture(type: string): boolean {
  return /^image\/(?:png|jpeg|webp)$/.test(type);
}

/** Prepares a file: pictures are scaled down and lose their metadata. */
export async function prepareFile(file: File): Promise<Prepared> {
  // Every browser names a pasted picture so.
  const name = file.name === 'image.png' ? 'wklejony-obraz.png' : tidyName(file.name);
  if (!KINDS.test(name)) return { outcome: 'refused', problem: 'kind' };
  if (!file.size) return { outcome: 'refused', problem: 'empty' };
  let blob: Blob = file;
  if (isPicture(file.type)) {
    const drawn = await drawPicture(file, widthSent, async (picture) => {
      blob = await encode(drawScaled(picture), file.type, ATTACHMENTS.fileBytes);
    });
    if (drawn !== 'drawn') return { outcome: 'refused', problem: drawn };
  } else if (file.type === 'image/gif') {
    const size = await pictureSizeOf(file).catch(() => null);
    if (size && exceedsPixels(size)) return { outcome: 'refused', problem: 'pixels-exceeded' };
  }
  if (blob.size > ATTACHMENTS.fileBytes) return { outcome: 'refused', problem: 'too-large' };
  return { outcome: 'prepared', name: nameFor(name, blob.type), type: blob.type, blob };
}

/** A name that the service accepts: one line, whole characters, cut before its extension. */
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
