import { useModel, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { coalesce } from '../../models/coalesce.ts';
import { createKept } from '../../models/kept-text.ts';
import { focusIfLost } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { BackLink } from './BackLink.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { IncidentFacts } from './IncidentFacts.tsx';
import { IncidentHistory } from './IncidentHistory.tsx';
import { IncidentModel } from './incident-model.ts';
import { createIncidentsClient } from './incidents-client.ts';
import { LinkedTickets } from './LinkedTickets.tsx';
import { Solution } from './Solution.tsx';
import { SolveForm } from './SolveForm.tsx';

/** The least time between two reads caused by events or made while tickets are being answered. Milliseconds. */
const PAUSE_MS = 1000;

/** One incident: its text, solution, tickets and history. */
export function IncidentView({ model: desk, http, id }: PageProps & { id: string }): JSX.Element {
  const model = useModel(() => {
    const kept = createKept(`desk.problems.${desk.me.peek().id}.${id}`);
    return new IncidentModel({ id, client: createIncidentsClient(http), kept });
  });
  const refresh = useMemo(() => coalesce(model.refresh, PAUSE_MS), []);
  useEffect(refresh, [desk.lastEvent.value, desk.now.value]);
  const isUnderWay = model.isUnderWay.value;
  useEffect(() => {
    const timer = isUnderWay ? setInterval(refresh, PAUSE_MS) : undefined;
    return () => clearInterval(timer);
  }, [isUnderWay]);
  const isEnding = useSignal(false);
  const w = words.value.incidents;
  const state = model.state.value;
  const detail = model.detail.value;
  const until = detail?.incident.until ?? null;
  const isSolved = Boolean(detail?.incident.solvedAt);
  // The page's clock may lag behind the solution by up to a tick.
  const isOver = isSolved || (until !== null && Date.parse(until) <= desk.now.value);
  // The button that ended it is unmounted, so move the focus.
  useLayoutEffect(() => {
    if (isOver) focusIfLost(document.getElementById('incident-title'));
  }, [isOver]);
  if (!detail) {
    return (
      <>
        <BackLink />
        <div role="status">
          {state === 'loading' && words.value.loading}
          {state === 'gone' && <p class="notice warn">{w.gone}</p>}
          {state === 'unanswered' && <p class="notice warn">{w.notLoaded}</p>}
        </div>
      </>
    );
  }
  const { incident, history } = detail;
  const failure = model.failure.value;
  return (
    <>
      <BackLink />
      <section class="panel" aria-labelledby="incident-title">
        <h3 id="incident-title" tabIndex={-1} dir="auto">
          {incident.title}
        </h3>
        <IncidentFacts incident={incident} />
        <p class="said" dir="auto">
          {incident.text}
        </p>
        {incident.english && (
          <details>
            <summary>{w.englishWords}</summary>
            <div lang="en">
              <strong dir="auto">{incident.english.title}</strong>
              <p class="said" dir="auto">
                {incident.english.text}
              </p>
            </div>
          </details>
        )}
        {!isOver && (
          <p>
            <button
              type="button"
              onClick={() => {
                isEnding.value = true;
              }}
            >
              {w.end}
            </button>
          </p>
        )}
        <div role="alert">{failure && <p class="notice warn">{label(w.failures, failure, w.refused)}</p>}</div>
      </section>
      {isEnding.value && (
        <ConfirmDialog
          title={w.endTitle}
          yes={w.endNow}
          onYes={() => void model.end()}
          onClose={() => {
            isEnding.value = false;
          }}
        >
          <p>{w.endMore}</p>
        </ConfirmDialog>
      )}
      {incident.kind !== 'update' && !isSolved && <SolveForm model={model} waiting={detail.counts.waiting} />}
      {isSolved && <Solution detail={detail} />}
      {incident.kind !== 'update' && <LinkedTickets detail={detail} more={model.more} />}
      <IncidentHistory history={history} agents={desk.agents.value} />
    </>
  );
}
