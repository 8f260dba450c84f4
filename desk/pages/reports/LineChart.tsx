import type { JSX } from 'preact';
import { words } from '../../words/words.ts';
import { number } from './figures.ts';

interface Props {
  title: string;
  /** the id of the table beside it with the same numbers */
  tableId: string;
  points: readonly { name: string; value: number }[];
}

/** The positions of the highest and the lowest point, in percent from the top. */
const TOP = 8;
const BOTTOM = 94;

/** A line chart. Positions are percentages of the drawing, so that it fits any width and nothing is stretched. */
export function LineChart({ title, tableId, points }: Props): JSX.Element {
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const x = (index: number) => `${points.length < 2 ? 50 : 1.5 + (97 * index) / (points.length - 1)}%`;
  const y = (value: number) => `${BOTTOM - ((BOTTOM - TOP) * value) / highest}%`;
  return (
    <div class="line-chart" role="img" aria-label={words.value.reports.chartOf(title)} aria-describedby={tableId}>
      <span class="highest">{number(highest, words.value.locale)}</span>
      <svg aria-hidden="true">
        <line class="axis" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <line class="axis" x1="0" x2="100%" y1={y(highest)} y2={y(highest)} />
        {points.slice(1).map(({ name, value }, index) => (
          <line key={name} x1={x(index)} y1={y(points[index]?.value ?? 0)} x2={x(index + 1)} y2={y(value)} />
        ))}
        {points.map(({ name, value }, index) => (
          <circle key={name} cx={x(index)} cy={y(value)} r="3" />
        ))}
      </svg>
      <span class="ends">
        <span>{points[0]?.name}</span>
        <span>{points.length > 1 && points.at(-1)?.name}</span>
      </span>
    </div>
  );
}
