import type { PictureSize } from '../../src/contract/files/picture-size-limit.ts';

/** The longest edge of a sent picture, in pixels: a full screen stays readable. */
const LONGEST_EDGE_PX = 2560;

/** The quality of JPEG and WebP: no visible difference in a screenshot, a quarter of the bytes. */
const QUALITY = 0.9;

/** An offscreen canvas, ready to draw on. */
export function aCanvas(width: number, height: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  return [canvas, context];
}

/** The width at which a picture is sent, in pixels. */
export function widthSent({ width, height }: PictureSize): number {
  return Math.ceil(width * Math.min(1, LONGEST_EDGE_PX / Math.max(width, height)));
}

/** Draws a picture, scaled down to the longest edge that is sent. */
export function drawScaled(picture: ImageBitmap): OffscreenCanvas {
  const width = widthSent(picture);
  const [canvas, context] = aCanvas(width, Math.ceil((picture.height * width) / picture.width));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * Encodes the canvas as a file without metadata: no place, no camera, no earlier version.
 * @param type the original type; photos stay JPEG, screenshots PNG, unless that is larger than `mostBytes`
 */
export async function encode(canvas: OffscreenCanvas, type: string, mostBytes: number): Promise<Blob> {
  const kept = type === 'image/jpeg' || type === 'image/webp' ? type : 'image/png';
  const blob = await canvas.convertToBlob({ type: kept, quality: QUALITY });
  return blob.size > mostBytes ? canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }) : blob;
}
