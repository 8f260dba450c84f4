import type { JSX } from 'preact';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import { dayInWords } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { number } from './figures.ts';

/** What became of the times by which we said that we write again, by day and by who said so. */
export function FollowUpTable({ id, days }: { id: string; days: Report['followUps']['days'] }): JSX.Element {
  const w = words.value.reports;
  const { locale } = words.value;
  const heads = [w.followUpsKept, w.followUpsLate, w.followUpsRunning];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, so it must be reachable by keys
    <section class="table" tabIndex={0} aria-label={w.tableOf(w.followUps)}>
      <table id={id} aria-label={w.followUps}>
        <thead>
          <tr>
            <th scope="col">{w.day}</th>
            <th scope="col">{w.person}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, agent, kept, late, running }) => (
            <tr key={`${day} ${agent.id}`}>
              <th scope="row">{dayInWords(day, locale)}</th>
              <td>{agent.name}</td>
              <td class="figure">{number(kept, locale)}</td>
              <td class="figure">{number(late, locale)}</td>
              <td class="figure">{number(running, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
