import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import { words } from '../../words/words.ts';
import { number } from './figures.ts';
import { LineChart } from './LineChart.tsx';
import { countDays } from './report-days.ts';
import { Section } from './Section.tsx';
import { stretchInShort } from './stretch.ts';

/** A line chart of tickets by day or week. */
export function StepsSection({ report }: { report: Report }): JSX.Element {
  const id = useId();
  const w = words.value.reports;
  const { locale } = words.value;
  const title = report.step === 'day' ? w.days : w.weeks;
  const steps = report.steps.map((step) => {
    const name = stretchInShort(step, locale);
    // The first and the last week may be cut: their low counts are no decline.
    const isCut = report.step === 'week' && countDays(step) < 7;
    return { name: isCut ? `${name} ${w.partWeek(countDays(step))}` : name, value: step.count };
  });
  return (
    <Section
      title={title}
      days={report}
      part="days"
      chart={<LineChart title={title} tableId={id} points={steps} />}
      table={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keys
        <section class="table scrolled" tabIndex={0} aria-label={w.tableOf(title)}>
          <table id={id} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{report.step === 'day' ? w.day : w.week}</th>
                <th scope="col" class="figure">
                  {w.tickets}
                </th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="figure">{number(value, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      }
    />
  );
}
