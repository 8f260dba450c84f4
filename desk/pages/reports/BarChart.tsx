import type { JSX } from 'preact';
import { reportsWords } from './reports-words.ts';

/** One bar: its name, how long it is, and what it says. */
export interface Bar {
  name: string;
  value: number;
  text: string;
  /** how long the outline around it is, where there is one */
  outer?: number;
}

interface Props {
  title: string;
  /** the table beside it that says the same in numbers */
  tableId: string;
  bars: readonly Bar[];
  /** low bars, for many of them; or, where there is little room, what they say on a line of its own */
  look?: 'dense' | 'long';
}

/** Bars lying below one another. Each says its number itself; to those who do not see them they are one picture, described by the table. */
export function BarChart({ title, tableId, bars, look }: Props): JSX.Element {
  const longest = Math.max(1, ...bars.map(({ value, outer = 0 }) => Math.max(value, outer)));
  const width = (value: number) => `${(value / longest) * 100}%`;
  return (
    <div
      class={`bars ${look ?? ''}`}
      role="img"
      aria-label={reportsWords.value.chartOf(title)}
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
