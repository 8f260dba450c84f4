import type { JSX } from 'preact';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import { words } from '../../words/words.ts';
import { number } from './figures.ts';

/** The number of tints. */
const TINTS = 4;

interface Props {
  id: string;
  /** seven weekdays from Monday on, of 24 hours each */
  load: Report['load'];
}

/** A table of hours by weekdays: the numbers count, the tints only guide the eye. */
export function HeatTable({ id, load }: Props): JSX.Element {
  const w = words.value.reports;
  const { locale } = words.value;
  const highest = Math.max(1, ...load.flat());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window it scrolls, so it must be reachable by keys
    <section class="table" tabIndex={0} aria-label={w.tableOf(w.load)}>
      <table id={id} aria-label={w.load} class="heat">
        <thead>
          <tr>
            <th scope="col">{w.hour}</th>
            {w.weekdays.map((day, index) => (
              <th key={day} scope="col" class="figure">
                <abbr title={w.weekdaysInFull[index]}>{day}</abbr>
              </th>
            ))}
            <th scope="col" class="figure">
              {w.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {hourTotals(load).map((total, hour) => (
            <tr key={hour}>
              <th scope="row">{hour}</th>
              {load.map((day, index) => {
                const count = day[hour] ?? 0;
                return (
                  <td key={index} class="figure" data-tint={Math.ceil((count / highest) * TINTS)}>
                    {count === 0 ? <span class="zero">0</span> : number(count, locale)}
                  </td>
                );
              })}
              <td class="figure sum">{number(total, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The totals by hour over all weekdays. */
export function hourTotals(load: Report['load']): number[] {
  return Array.from({ length: 24 }, (_, hour) => load.reduce((sum, day) => sum + (day[hour] ?? 0), 0));
}
