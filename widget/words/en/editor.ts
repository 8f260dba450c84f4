import { areaOf, type Shape, type Size, type Tool } from '../../features/attachments/editor/shape.ts';
import type * as pl from '../pl/editor.ts';

/** Texts of the picture editor, loaded with it. */
export const editorWords: typeof pl.editorWords = {
  title: 'Picture for the ticket',
  hint: 'Drag over the picture to hide names, addresses and phone numbers. The hidden pixels leave the file.',
  add: 'Add in the middle',
  smaller: 'Zoom out',
  larger: 'Zoom in',
  undo: 'Undo',
  redo: 'Redo',
  remove: 'Remove the mark',
  done: 'Save the picture',
  cancel: 'Cancel',
  picture: 'Picture with marks',
  marks: 'Marks',
  keys: 'Arrows move, Shift and arrows resize, with Ctrl by a pixel; Delete removes.',
  sure: 'The marks are not saved. Esc again discards them.',
  removed: 'Mark removed.',
};

export const toolWords: typeof pl.toolWords = {
  hide: ['Hide', 'Hidden area'],
  arrow: ['Arrow', 'Arrow'],
  crop: ['Crop', 'Crop'],
};

/** “Hidden area 2”. */
export function markName(tool: Tool, place: number): string {
  return `${toolWords[tool][1]} ${place}`;
}

/** The position of a mark, for screen readers: “from the left 10%, from the top 20%, width 25%, height 12%”. */
export function markPlace(shape: Shape, picture: Size): string {
  const { x, y, width, height } = areaOf(shape);
  const part = (length: number, whole: number) => `${Math.round((100 * length) / whole)}%`;
  return `from the left ${part(x, picture.width)}, from the top ${part(y, picture.height)}, width ${part(width, picture.width)}, height ${part(height, picture.height)}`;
}
