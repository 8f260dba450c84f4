import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import { CONTROL_CHARACTERS } from '../../src/contract/shapes.ts';
import { drawScaled, encode } from './canvas-image.ts';

/** Why a file cannot go with a ticket. */
export type FileProblem = 'kind' | 'empty' | 'too-large' | 'unreadable';

export type Prepared =
  | { outcome: 'prepared'; name: string; type: string; blob: Blob }
  | { outcome: 'refused'; problem: FileProblem };

/** What the service takes, by the ending of the name: types told by browsers differ from system to system. */
const KINDS = /\.(?:png|jpe?g|webp|gif|pdf|txt|log|csv|xml|zip)$/i;

/** What the picker offers; `image/*` lets phones offer their camera. */
export const ACCEPTED = 'image/*,.pdf,.txt,.log,.csv,.xml,.zip';

/** Pictures are drawn anew; a GIF is not, for its movement is what it shows. */
export function isPicture(type: string): boolean {
  return /^image\/(?:png|jpeg|webp)$/.test(type);
}

/** Makes a file ready to be sent: pictures without what cameras write into them, and not larger than anybody needs. */
export async function prepareFile(file: File): Promise<Prepared> {
  // What every browser calls a picture that was pasted.
  const name = file.name === 'image.png' ? 'wklejony-obraz.png' : tidyName(file.name);
  if (!KINDS.test(name)) return { outcome: 'refused', problem: 'kind' };
  if (!file.size) return { outcome: 'refused', problem: 'empty' };
  let blob: Blob = file;
  if (isPicture(file.type)) {
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return { outcome: 'refused', problem: 'unreadable' };
    blob = await encode(drawScaled(picture), file.type, ATTACHMENTS.fileBytes);
    picture.close();
  }
  if (blob.size > ATTACHMENTS.fileBytes) return { outcome: 'refused', problem: 'too-large' };
  return { outcome: 'prepared', name: nameFor(name, blob.type), type: blob.type, blob };
}

/** A name as the service takes it: one line, whole characters, its ending kept where it must be cut. */
function tidyName(name: string): string {
  const [, base = name, ending = ''] = /^(.*?)(\.\w{1,5})?$/s.exec(name.replace(CONTROL_CHARACTERS, '')) ?? [];
  return `${base
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, ATTACHMENTS.nameLength - 6)
    .toWellFormed()}${ending}`;
}

const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** A picture may have changed its format; its name says so. */
export function nameFor(name: string, type: string): string {
  const ending = ENDINGS[type];
  return !ending || (ending === 'jpg' && /\.jpeg$/i.test(name)) ? name : name.replace(/\.\w+$/, `.${ending}`);
}
