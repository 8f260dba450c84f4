import type { JSX } from 'preact';

/** SVG paths of the icons: without ids, which a `<base>` breaks, and without images, which policies forbid. */
export const ICONS = {
  close: 'M5 5l10 10M15 5L5 15',
  good: 'M10 18a8 8 0 100-16 8 8 0 000 16zM6.5 10.2l2.4 2.4 4.6-5',
  warn: 'M10 18a8 8 0 100-16 8 8 0 000 16zM10 6v5M10 14v.1',
};

/** An icon in the colour of its text, hidden from screen readers. */
export function Icon({ of }: { of: keyof typeof ICONS }): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
      <path d={ICONS[of]} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" />
    </svg>
  );
}
