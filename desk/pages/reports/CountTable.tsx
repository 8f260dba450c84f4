import type { JSX } from 'preact';
import { words } from '../../words/words.ts';
import { Change } from './Change.tsx';
import { number, percent } from './figures.ts';

/** One line of counts; of topics also what customers said of our solutions. */
export interface CountLine {
  name: string;
  count: number;
  before: number;
  helped?: number;
  notHelped?: number;
}

interface Props {
  id: string;
  title: string;
  /** the heading of the first column */
  head: string;
  lines: readonly CountLine[];
  /** the total of the shares */
  of: number;
}

/** Counts by name, each with its share and its change. */
export function CountTable({ id, title, head, lines, of }: Props): JSX.Element {
  const w = words.value.reports;
  const { locale } = words.value;
  const areSaid = lines.some(({ helped }) => helped !== undefined);
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
            {areSaid && (
              <th scope="col" class="figure said">
                {w.helped}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, count, before, helped = 0, notHelped = 0 }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="figure">{number(count, locale)}</td>
              <td class="figure">{of === 0 ? w.none : percent((100 * count) / of, locale)}</td>
              <td>
                <Change now={count} before={before} />
              </td>
              {areSaid && (
                <td class="figure">
                  {helped + notHelped > 0 ? `${number(helped, locale)} / ${number(notHelped, locale)}` : w.none}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
