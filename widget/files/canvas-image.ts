/** Longest edge of a picture that is sent, in pixels: what a full screen shows stays readable. */
const LONGEST_EDGE_PX = 2560;

/** Of JPEG and WebP: no difference to be seen in a screenshot, a quarter of the bytes. */
const QUALITY = 0.9;

/** A canvas that nobody sees, ready to draw on. */
export function aCanvas(width: number, height: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  return [canvas, context];
}

/** Draws a picture the way it is meant to be looked at, made smaller where it is larger than anybody needs. */
export function drawScaled(picture: ImageBitmap): OffscreenCanvas {
  const scale = Math.min(1, LONGEST_EDGE_PX / Math.max(picture.width, picture.height));
  const [canvas, context] = aCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * The canvas as a file of pixels and nothing else: no place, no camera, no earlier version.
 * @param type what it was; photos stay JPEG, screenshots PNG, unless that is larger than `mostBytes`
 */
export async function encode(canvas: OffscreenCanvas, type: string, mostBytes: number): Promise<Blob> {
  const kept = type === 'image/jpeg' || type === 'image/webp' ? type : 'image/png';
  const blob = await canvas.convertToBlob({ type: kept, quality: QUALITY });
  return blob.size > mostBytes ? canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }) : blob;
}
