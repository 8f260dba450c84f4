import type { JSX } from 'preact';
import { words } from '../../words/words.ts';
import { Change } from './Change.tsx';
import { number, percent } from './figures.ts';

interface Props {
  id: string;
  title: string;
  /** the heading of the first column */
  head: string;
  lines: readonly { name: string; count: number; before: number }[];
  /** the total of the shares */
  of: number;
}

/** Counts by name, each with its share and its change. */
export function CountTable({ id, title, head, lines, of }: Props): JSX.Element {
  const w = words.value.reports;
  const { locale } = words.value;
  return (
    <div class="table">
      <table id={id} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="figure">
              {w.tickets}
            </th>
            <th scope="col" class="figure">
              {w.share}
            </th>
            <th scope="col">{w.change}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, count, before }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="figure">{number(count, locale)}</td>
              <td class="figure">{of === 0 ? w.none : percent((100 * count) / of, locale)}</td>
              <td>
                <Change now={count} before={before} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
