/** What can be put on a picture. */
export type Tool = 'hide' | 'arrow' | 'crop';

/** One mark, in pixels of the picture. An arrow goes from its corner to the opposite one; the others have no direction. */
export interface Shape {
  tool: Tool;
  x: number;
  y: number;
  /** negative where an arrow points to the left, or a drag went there */
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A mark smaller than this hides nothing and cannot be found again, in pixels of the picture. */
const LEAST_PX = 8;

/** The area of a mark, whichever way it was drawn. */
export function areaOf({ x, y, width, height }: Shape): Omit<Shape, 'tool'> {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

/** A mark as it may be kept: whole pixels, inside the picture; null when it is too small to be one. */
export function settled(shape: Shape, picture: Size): Shape | null {
  const isArrow = shape.tool === 'arrow';
  const { x, y, width, height } = isArrow ? shape : areaOf(shape);
  const [left, top] = [within(x, picture.width), within(y, picture.height)];
  const right = within(x + width, picture.width);
  const bottom = within(y + height, picture.height);
  const kept = { tool: shape.tool, x: left, y: top, width: right - left, height: bottom - top };
  const [w, h] = [Math.abs(kept.width), Math.abs(kept.height)];
  return (isArrow ? Math.max(w, h) : Math.min(w, h)) < LEAST_PX ? null : kept;
}

/** Moves a mark, no further than to the picture's edge. */
export function moved(shape: Shape, dx: number, dy: number, picture: Size): Shape {
  const { x, y, width, height } = areaOf(shape);
  const stepX = Math.min(Math.max(dx, -x), picture.width - x - width);
  const stepY = Math.min(Math.max(dy, -y), picture.height - y - height);
  return { ...shape, x: Math.round(shape.x + stepX), y: Math.round(shape.y + stepY) };
}

/** Moves the far corner of a mark; one that would become too small stays as it is. */
export function resized(shape: Shape, dx: number, dy: number, picture: Size): Shape {
  return settled({ ...shape, width: shape.width + dx, height: shape.height + dy }, picture) ?? shape;
}

/** Whether a point lies on a mark, or so near that a finger meant it. */
export function isOn({ x, y, width, height }: Shape, at: { x: number; y: number }, reach: number): boolean {
  const area = areaOf({ tool: 'hide', x, y, width, height });
  return (
    at.x >= area.x - reach &&
    at.x <= area.x + area.width + reach &&
    at.y >= area.y - reach &&
    at.y <= area.y + area.height + reach
  );
}

function within(value: number, end: number): number {
  return Math.round(Math.min(Math.max(value, 0), end));
}
