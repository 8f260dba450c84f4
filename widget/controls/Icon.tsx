import type { JSX } from 'preact';

/** SVG paths of the icons that the form itself shows: without ids, which a `<base>` breaks, and without images, which policies forbid. */
export const ICONS = {
  close: 'M5 5l10 10M15 5L5 15',
  good: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM6.6 10.3l2.4 2.4 4.4-5',
  warn: 'M10 3L2.5 16.5h15L10 3zM10 8v4M10 14.2v.1',
};

interface Props {
  /** the name of one of those, or the path of another that comes with its view: on the same grid of 20 */
  of: keyof typeof ICONS | `M${string}`;
}

/** An icon in the colour of its text, hidden from screen readers. */
export function Icon({ of }: Props): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none">
      <path
        d={ICONS[of as keyof typeof ICONS] ?? of}
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
