import { ATTACHMENTS } from '../src/contract/files/attachment-limits.ts';
import { pictureSize } from '../src/contract/files/picture-size.ts';
import { exceedsPixels, type PictureSize } from '../src/contract/files/picture-size-limit.ts';
import { host } from './host.ts';

/** What became of drawing a picture: `unreadable` also when its header does not tell how large it is. */
export type Drawn = 'drawn' | 'pixels-exceeded' | 'unreadable';

/** How much of a file is read to find its header, in bytes; all of it where that is not enough. */
const BEGINNING_BYTES = 65_536;

/** The longest edge of a canvas, in its pixels: browsers draw nothing on much larger ones. */
const LONGEST_EDGE_PX = 4096;

/**
 * Decodes a picture, hands it over, and closes it. It is the only place that decodes, and never what its header calls
 * larger than pictures may be: 27 kB can become a gigabyte.
 * @param widest the width in pixels at which it is wanted, of one of this size; a smaller picture stays as it is
 * @param draw the picture is closed once this has ended
 */
export async function drawPicture(
  file: Blob,
  widest: (size: PictureSize) => number,
  draw: (picture: ImageBitmap) => unknown,
): Promise<Drawn> {
  const size = await pictureSizeOf(file).catch(() => null);
  if (!size) return 'unreadable';
  if (exceedsPixels(size)) return 'pixels-exceeded';
  const resizeWidth = Math.max(1, Math.floor(widest(size)));
  const options: ImageBitmapOptions = resizeWidth < size.width ? { resizeWidth, resizeQuality: 'high' } : {};
  const picture = await createImageBitmap(file, options).catch(() => null);
  if (!picture) return 'unreadable';
  try {
    await draw(picture);
    return 'drawn';
  } finally {
    picture.close();
  }
}

/**
 * Draws a picture on a canvas at the size at which its page shows it: as wide as its place lets it be, with no more
 * pixels than the screen has there. On a canvas, since policies of panels forbid images from `blob:` addresses.
 * @param tallest how high it is shown at most, in CSS pixels
 */
export async function drawAsShown(
  file: Blob,
  canvas: HTMLCanvasElement,
  tallest = Number.POSITIVE_INFINITY,
): Promise<Drawn> {
  const drawn = await drawPicture(
    file,
    (size) => {
      canvas.hidden = false;
      const asked = size.width * Math.min(1, tallest / size.height);
      canvas.style.width = `${asked}px`;
      const scale = Math.min(1, LONGEST_EDGE_PX / Math.max(size.width, size.height));
      // 0 where the page has been put away meanwhile.
      return Math.min((canvas.clientWidth || asked) * host.devicePixelRatio, size.width * scale);
    },
    (picture) => {
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
    },
  );
  if (drawn !== 'drawn') canvas.hidden = true;
  return drawn;
}

/** How large a picture is by its header; null when that does not tell. */
export async function pictureSizeOf(file: Blob): Promise<PictureSize | null> {
  for (const bytes of [BEGINNING_BYTES, ATTACHMENTS.fileBytes]) {
    const size = pictureSize(new Uint8Array(await file.slice(0, bytes).arrayBuffer()));
    if (size || bytes >= file.size) return size;
  }
  return null;
}
