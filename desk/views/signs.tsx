import type { JSX } from 'preact';

/** The signs of the lists, as paths on a 16 by 16 grid. */
const SIGNS = {
  alert: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3.2M8 11.5v.1',
  clock: 'M14 8A6 6 0 112 8a6 6 0 0112 0ZM8 4.600V8l2.4 1.6',
  back: 'M5.6 3 2.4 6.200l3.2 3.200M2.4 6.200h6.800a4 4 0 010 8H7',
  inbox: 'M2 9.4 4 3h8l2 6.400V13H2ZM2 9.400h3.600l.9 1.700h3l.9-1.700H14',
  clip: 'm13 7.3-5.4 5.400a3 3 0 01-4.3-4.300L9 2.800a2 2 0 012.9 2.900L6.4 11.100a1 1 0 01-1.4-1.400l4.8-4.8',
  unproven:
    'M8 1.8 13 3.600v4c0 3.2-2.2 5.4-5 6.6-2.8-1.2-5-3.4-5-6.600v-4ZM6.6 6.500a1.4 1.4 0 112 1.300c-.4.2-.6.5-.6 1M8 10.900v.1',
  proven: 'M8 1.8 13 3.600v4c0 3.2-2.2 5.4-5 6.6-2.8-1.2-5-3.4-5-6.600v-4Zm-2.2 6 1.6 1.6 3-3.2',
  eye: 'M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8ZM9.8 8a1.8 1.8 0 11-3.6 0 1.8 1.8 0 013.6 0Z',
  pen: 'm10.6 3 2.4 2.400L6 12.400l-3 .6.6-3Z',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  filter: 'M2.4 4h11.200M4.8 8h6.400M6.8 12h2.4',
  star: 'm8 2 1.8 3.8 4.2.6-3 2.9.7 4.100L8 11.400l-3.7 2 .7-4.1-3-2.9 4.2-.6Z',
  rows: 'M2.6 4h10.800M2.6 8h10.800M2.6 12h10.8',
  tag: 'M2.6 2.600h5l5.8 5.8-5 5-5.8-5.800ZM5.4 5.400v.1',
  cross: 'm4 4 8 8M12 4l-8 8',
} as const;

export type SignName = keyof typeof SIGNS;

/** A sign in the colour of its text, hidden from screen readers: its words stand beside it, or hidden by it. */
export function Sign({ of }: { of: SignName }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class="sign">
      <path d={SIGNS[of]} />
    </svg>
  );
}

/** A sign alone, whose words are in its tooltip and read by screen readers. */
export function SaidSign({ of, says }: { of: SignName; says: string }): JSX.Element {
  return (
    <span class="said-sign" title={says}>
      <Sign of={of} />
      <span class="unseen">{says}</span>
    </span>
  );
}
