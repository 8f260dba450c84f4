import type { JSX } from 'preact';
import type { Channel } from '../../src/contract/lists.ts';

/** SVG paths on a 20 by 20 grid: no image is loaded and nothing has an id. */
const ICONS = {
  panel: 'M3 4h14v12H3zM3 8h14M7 8v8',
  form: 'M5 3h10v14H5zM8 7h4M8 10h4M8 13h2',
  phone: 'M5 3h3l1.500 4L7.500 8.500a9 9 0 004 4L13 10.500l4 1.500v3a2 2 0 01-2 2A12 12 0 013 5a2 2 0 012-2z',
  email: 'M3 5h14v10H3zM3 6l7 5 7-5',
  person: 'M10 10a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM3.500 17a6.500 6.500 0 0113 0',
  clock: 'M10 17.500a7.500 7.500 0 100-15 7.500 7.500 0 000 15zM10 6v4l2.500 2',
  warn: 'M10 3l8 14H2zM10 8v4M10 14.500v.1',
  clip: 'M14 8.500l-5 5a2.100 2.100 0 01-3-3l6-6a3.200 3.200 0 014.500 4.500l-6.500 6.500a4.500 4.500 0 01-6.300-6.300L9 4',
  file: 'M5 3h6l4 4v10H5zM11 3v4h4',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 016 0V9',
  key: 'M6.500 13.500a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM10 10h8v3M14.500 10v2.500',
  down: 'M5 8l5 5 5-5',
  check: 'M4 10.500l4 4 8-9',
  pen: 'M4 16l1-4 8.500-8.500 3 3L8 15z',
  lines: 'M4 6h12M4 10h12M4 14h7',
  merge: 'M5 4v3a4 4 0 004 4h6M11.500 7.500L15 11l-3.500 3.500M5 16v-4',
  plus: 'M10 4v12M4 10h12',
  find: 'M9 14.500a5.500 5.500 0 100-11 5.500 5.500 0 000 11zM13 13l4 4',
  dots: 'M4.500 10v.1M10 10v.1M15.500 10v.1',
  back: 'M12 4l-6 6 6 6',
  right: 'M8 4l6 6-6 6',
  eye: 'M2 10s3-5.500 8-5.500S18 10 18 10s-3 5.500-8 5.500S2 10 2 10zM10 12a2 2 0 100-4 2 2 0 000 4z',
};

export type IconName = keyof typeof ICONS;

/** An icon in the colour of its text, hidden from screen readers: it always has words beside it. */
export function Icon({ of }: { of: IconName }): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" class="icon">
      <path
        d={ICONS[of]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

const CHANNEL_ICONS: Record<Channel, IconName> = { panel: 'panel', form: 'form', phone: 'phone', email: 'email' };

/** The icon of a channel. */
export function channelIcon(channel: Channel): IconName {
  return CHANNEL_ICONS[channel] ?? 'form';
}

/** The product's mark. */
export function Brand(): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" class="mark">
      <rect width="32" height="32" rx="9" />
      <path d="M9 10h14v9h-7l-5 4v-4H9z" />
    </svg>
  );
}
