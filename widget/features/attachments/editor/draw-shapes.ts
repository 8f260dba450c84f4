import { areaOf, type Shape } from './shape.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws the marks over a picture. Hidden areas are painted over in one opaque colour: blurred or pixelated letters can
 * be restored.
 * @param scale pixels of the canvas per pixel of the picture
 * @param thickness of an arrow, in pixels of the picture
 */
export function drawShapes(context: Context, shapes: readonly Shape[], scale: number, thickness: number): void {
  for (const shape of shapes) {
    const { x, y, width, height } = areaOf(shape);
    if (shape.tool === 'hide') {
      context.fillStyle = '#111';
      // Rounded outwards to whole pixels: half a pixel would be translucent.
      const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)];
      context.fillRect(left, top, Math.ceil((x + width) * scale) - left, Math.ceil((y + height) * scale) - top);
    }
    if (shape.tool === 'arrow') drawArrow(context, shape, scale, thickness * scale);
  }
}

/** Red with a white edge: visible on any background, and without seeing red. */
function drawArrow(context: Context, { x, y, width, height }: Shape, scale: number, thickness: number): void {
  const [toX, toY] = [(x + width) * scale, (y + height) * scale];
  const angle = Math.atan2(height, width);
  context.lineCap = context.lineJoin = 'round';
  for (const [colour, line] of [
    ['#fff', thickness * 2],
    ['#d5121e', thickness],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.beginPath();
    context.moveTo(x * scale, y * scale);
    context.lineTo(toX, toY);
    for (const side of [-1, 1]) {
      const barb = angle + Math.PI + side * 0.5;
      context.moveTo(toX, toY);
      context.lineTo(toX + Math.cos(barb) * thickness * 5, toY + Math.sin(barb) * thickness * 5);
    }
    context.stroke();
  }
}

/** The last crop: it decides which part of the picture is left. */
export function cropOf(shapes: readonly Shape[]): Shape | undefined {
  return shapes.findLast(({ tool }) => tool === 'crop');
}

/** Thickness of arrows for a picture of this size, in its pixels. */
export function thicknessFor(picture: { width: number; height: number }): number {
  return Math.max(4, Math.max(picture.width, picture.height) / 180);
}
