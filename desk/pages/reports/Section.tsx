import type { ComponentChildren, JSX } from 'preact';
import type { ReportPart } from '../../../src/contract/desk/read-report.ts';
import { words } from '../../words/words.ts';
import { ReportFile } from './ReportFile.tsx';
import type { Days } from './report-days.ts';
import { reportFile } from './reports-client.ts';

interface Props {
  title: string;
  days: Days;
  part: ReportPart;
  /** what is counted, if the title does not say it */
  more?: string;
  chart: ComponentChildren;
  table: ComponentChildren;
  /** the table needs more room than the chart */
  wide?: boolean;
}

/** One section of the report: a chart, its table, and the table as a file. */
export function Section({ title, days, part, more, chart, table, wide }: Props): JSX.Element {
  const w = words.value.reports;
  return (
    <section class="panel report-section" aria-label={title}>
      <div class="section-head">
        <h3>{title}</h3>
        <ReportFile href={reportFile(days, part)} name={w.fileOf(title)}>
          {w.file}
        </ReportFile>
      </div>
      {more && <p class="muted">{more}</p>}
      <div class={wide ? 'sides wide' : 'sides'}>
        <div class="chart">{chart}</div>
        {table}
      </div>
    </section>
  );
}
