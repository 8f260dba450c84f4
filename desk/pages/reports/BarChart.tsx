import type { JSX } from 'preact';
import { words } from '../../words/words.ts';

/** One bar: its name, length and label. */
export interface Bar {
  name: string;
  value: number;
  text: string;
  /** the length of the outline around it, if any */
  outer?: number;
}

interface Props {
  title: string;
  /** the id of the table beside it with the same numbers */
  tableId: string;
  bars: readonly Bar[];
  /** `dense`: low bars, for many of them; `long`: labels on lines of their own, where there is little room */
  look?: 'dense' | 'long';
}

/** Horizontal bars with their numbers. For screen readers they are one image, described by the table. */
export function BarChart({ title, tableId, bars, look }: Props): JSX.Element {
  const longest = Math.max(1, ...bars.map(({ value, outer = 0 }) => Math.max(value, outer)));
  const width = (value: number) => `${(value / longest) * 100}%`;
  return (
    <div
      class={`bars ${look ?? ''}`}
      role="img"
      aria-label={words.value.reports.chartOf(title)}
      aria-describedby={tableId}
    >
      {bars.map(({ name, value, text, outer }) => (
        <div key={name} class="bar">
          <span class="bar-name">{name}</span>
          <svg aria-hidden="true">
            <rect class="track" width="100%" height="100%" />
            {outer !== undefined && <rect class="outer" width={width(outer)} height="100%" />}
            <rect class="inner" width={width(value)} height="100%" />
          </svg>
          <span class="bar-text">{text}</span>
        </div>
      ))}
    </div>
  );
}
