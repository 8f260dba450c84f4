/** SVG paths of icons that come after the form, on the grid of `Icon`. */
export const MORE_ICONS = {
  clip: 'M15 9l-6 6a3.5 3.5 0 01-5-5l6-6a2.4 2.4 0 013.4 3.4l-6 6a1.2 1.2 0 01-1.7-1.7L12 6',
  copy: 'M7 7V4h9v9h-3M4 7h9v9H4z',
  frame: 'M3 7V4h3m8 0h3v3m0 6v3h-3m-8 0H3v-3m4-5h6v4H7z',
} as const;
