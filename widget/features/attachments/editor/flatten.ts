import { aCanvas, encode } from '../../../../browser/files/canvas-image.ts';
import { ATTACHMENTS } from '../../../../src/contract/files/attachment-limits.ts';
import { cropOf, drawShapes, thicknessFor } from './draw-shapes.ts';
import type { Shape } from './shape.ts';

/**
 * Draws the picture with its marks into one layer of pixels: hidden or cropped parts are no longer in the file.
 * @param type media type of the picture, kept
 */
export async function flatten(picture: ImageBitmap, shapes: readonly Shape[], type: string): Promise<Blob> {
  const { x, y, width, height } = cropOf(shapes) ?? { x: 0, y: 0, width: picture.width, height: picture.height };
  const [canvas, context] = aCanvas(width, height);
  context.translate(-x, -y);
  context.drawImage(picture, 0, 0);
  drawShapes(context, shapes, 1, thicknessFor(picture));
  return encode(canvas, type, ATTACHMENTS.fileBytes);
}
