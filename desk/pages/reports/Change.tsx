import type { JSX } from 'preact';
import { words } from '../../words/words.ts';
import { number } from './figures.ts';

interface Props {
  now: number | null;
  before: number | null;
  /** the kind of the numbers: counts, percentages, or minutes */
  of?: 'count' | 'percent' | 'minutes';
}

type Say = (by: string) => string;

/** The difference from the period before: an arrow, and words. A dash when there is nothing to compare. */
export function Change({ now, before, of = 'count' }: Props): JSX.Element {
  const w = words.value.reports;
  if (now === null || before === null) return <span class="change">{w.none}</span>;
  // Shares have one decimal place: further digits of their difference are noise.
  const by = Math.round((now - before) * 10) / 10;
  if (by === 0) return <span class="change">{w.changes.same}</span>;
  const { more, less, higher, lower, longer, shorter, points } = w.changes;
  const size = Math.abs(by);
  const text = of === 'minutes' ? w.duration(size) : number(size, words.value.locale);
  const said = of === 'percent' ? `${text}\u00a0${points}` : text;
  const [up, down] = { count: [more, less], percent: [higher, lower], minutes: [longer, shorter] }[of] as [Say, Say];
  return (
    <span class="change">
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'}</span> {(by > 0 ? up : down)(said)}
    </span>
  );
}
