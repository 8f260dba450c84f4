import type { JSX } from 'preact';
import type { IncidentDetail } from '../../../src/contract/desk/incidents.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

/** The reply to all linked tickets, its author, and the progress. */
export function Solution({ detail: { incident, solution, counts } }: { detail: IncidentDetail }): JSX.Element {
  const w = words.value.incidents;
  const done = counts.answered + counts.kept;
  const all = done + counts.waiting;
  return (
    <section class="panel" aria-labelledby="incident-solution">
      <h3 id="incident-solution">{w.solution}</h3>
      <p class="muted" dir="auto">
        {w.by(solution?.by?.name ?? '', incident.solvedAt ? momentInFull(incident.solvedAt) : '')}
      </p>
      <p class="said" dir="auto">
        {solution?.text}
      </p>
      <div role="status" class="fields">
        <p>{w.progress(done, all)}</p>
        {counts.waiting > 0 && <progress max={all} value={done} aria-label={w.progress(done, all)} />}
        {counts.kept > 0 && <p class="notice warn">{w.kept(counts.kept)}</p>}
        {counts.over > 0 && <p class="muted">{w.over(counts.over)}</p>}
      </div>
    </section>
  );
}
