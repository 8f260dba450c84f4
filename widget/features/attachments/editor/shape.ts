/** The tools of the editor. */
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

/** The smallest mark, in pixels of the picture: a smaller one hides nothing and is hard to find again. */
const LEAST_PX = 8;

/** The area of a mark, whichever way it was drawn. */
export function areaOf({ x, y, width, height }: Shape): Omit<Shape, 'tool'> {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

/** Rounds a mark to whole pixels inside the picture; null when it is too small. */
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

/** Moves a mark within the picture. */
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

/** Whether a point is on a mark, or within `reach` of it. */
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
