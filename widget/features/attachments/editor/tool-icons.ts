/** SVG paths of the editor's icons, on the grid of `Icon`. */
export const TOOL_ICONS = {
  hide: 'M3 6h14v8H3zM3 14l8-8M7.5 14l8-8',
  arrow: 'M4 16L15.5 4.5M9 4.5h6.5V11',
  crop: 'M6 2v12h12M2 6h12v12',
  undo: 'M4 8h8a4 4 0 010 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H8a4 4 0 000 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5',
  out: 'M4 10h12',
  in: 'M10 4v12M4 10h12',
} as const;
