import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { Incident } from '../../../src/contract/desk/incidents.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

/** The facts of an incident besides its text, in one line. */
export function IncidentFacts({ incident }: { incident: Incident }): JSX.Element {
  const w = words.value.incidents;
  const { kind, since, until, fromVersion, toVersion, solvedAt, linked } = incident;
  return (
    <span class="incident-facts">
      <span class={kind === 'update' ? 'pill' : 'pill alarm'}>{label(w.kinds, kind)}</span>
      {solvedAt && <span class="pill">{w.solved}</span>}
      <span>{w.versions(fromVersion, toVersion)}</span>
      <span>
        {w.since(momentInFull(since))}
        {until && ` ${w.until(momentInFull(until))}`}
      </span>
      {kind !== 'update' && <span>{w.tickets(linked)}</span>}
    </span>
  );
}
