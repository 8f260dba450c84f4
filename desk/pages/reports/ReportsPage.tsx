import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { dayInWarsaw } from '../../../browser/warsaw.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { DaysChooser } from './DaysChooser.tsx';
import { Prove, ReportFile } from './ReportFile.tsx';
import { ReportView } from './ReportView.tsx';
import { countDays, readDays } from './report-days.ts';
import { ReportModel } from './report-model.ts';
import { createReportsClient, reportFile } from './reports-client.ts';
import { stretchInWords } from './stretch.ts';

/** The report of the days in the address. */
export function ReportsPage({ model, http, id }: PageProps): JSX.Element {
  const reports = useMemo(() => new ReportModel(createReportsClient(http)), []);
  const now = model.now.value;
  const chosen = readDays(id, now);
  const { from, to } = chosen;
  useEffect(() => void reports.read({ from, to }), [from, to]);
  const w = words.value.reports;
  const { locale } = words.value;
  const state = reports.state.value;
  const report = reports.report.value;
  const isEmpty =
    report?.received.total.count === 0 && report.answers.total.now.waits === 0 && report.followUps.days.length === 0;
  return (
    <Prove.Provider value={http.prove}>
      <DaysChooser
        chosen={chosen}
        today={dayInWarsaw(now)}
        onChoose={(days) => model.router.navigate('reports', days)}
      />
      <div role="status">
        {state === 'loading' && <p class="muted">{w.loading}</p>}
        {state === 'unanswered' && <NotLoaded text={w.unanswered} again={() => void reports.read({ from, to })} />}
      </div>
      {report && state !== 'unanswered' && (
        <div class="report" aria-busy={state === 'loading'}>
          <div class="report-head">
            <p>
              <strong>{w.shown(stretchInWords(report, locale), countDays(report))}</strong>
              <span class="muted compared">{w.compared(stretchInWords(report.before, locale))}</span>
            </p>
            <ReportFile href={reportFile(report, 'tickets')}>{w.allTickets}</ReportFile>
          </div>
          {isEmpty ? <p class="notice">{w.empty}</p> : <ReportView report={report} />}
        </div>
      )}
    </Prove.Provider>
  );
}
