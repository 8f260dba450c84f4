import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Incident } from '../../../src/contract/desk/incidents.ts';
import { routeAddress } from '../../models/router.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { IncidentFacts } from './IncidentFacts.tsx';
import { createIncidentsClient } from './incidents-client.ts';
import { IncidentListsModel } from './lists-model.ts';

/** All incidents in three groups: active, coming, ended. */
export function IncidentLists({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => new IncidentListsModel(createIncidentsClient(http)));
  // Incidents begin and end by the clock, and tickets come meanwhile.
  useEffect(() => void model.refresh(), [desk.now.value]);
  const w = words.value.incidents;
  const lists = model.lists.value;
  const state = model.state.value;
  return (
    <>
      <p class="muted">{w.lead}</p>
      <p>
        <button type="button" class="primary" onClick={() => desk.router.navigate('incidents', 'new')}>
          {w.add}
        </button>
      </p>
      <div role="status">
        {state === 'loading' && words.value.loading}
        {state === 'unanswered' && <p class="notice warn">{w.notLoaded}</p>}
      </div>
      {lists && (
        <>
          <Group name="running" incidents={lists.running} />
          <Group name="coming" incidents={lists.coming} />
          <Group name="ended" incidents={lists.ended} more={lists.next === null ? null : model.more} />
        </>
      )}
    </>
  );
}

interface GroupProps {
  name: 'running' | 'coming' | 'ended';
  incidents: readonly Incident[];
  more?: (() => void) | null;
}

function Group({ name, incidents, more = null }: GroupProps): JSX.Element {
  const w = words.value.incidents;
  return (
    <section class="panel" aria-labelledby={`incidents-${name}`}>
      <h3 id={`incidents-${name}`}>
        {w.groups[name]} <span class="count">{`${incidents.length}${more ? '+' : ''}`}</span>
      </h3>
      {incidents.length === 0 && <p class="muted">{w.none[name]}</p>}
      <ul class="incident-list">
        {incidents.map((incident) => (
          <li key={incident.id}>
            <a href={routeAddress({ page: 'incidents', id: String(incident.id) })}>
              <strong dir="auto">{incident.title}</strong>
              <IncidentFacts incident={incident} />
            </a>
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <button type="button" onClick={more}>
            {w.more}
          </button>
        </p>
      )}
    </section>
  );
}
