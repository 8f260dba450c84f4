import type { JSX } from 'preact';
import type { PageProps } from '../page-props.ts';
import { IncidentLists } from './IncidentLists.tsx';
import { IncidentView } from './IncidentView.tsx';
import { NewIncident } from './NewIncident.tsx';

/** The id in the address of the form for a new incident: `#/incidents/new`. */
export const NEW = 'new';

/** Incidents and other incidents: all of them, a new one, or one with its tickets. */
export function IncidentsPage(props: PageProps): JSX.Element {
  const { id } = props;
  if (id === null) return <IncidentLists {...props} />;
  return id === NEW ? <NewIncident {...props} /> : <IncidentView key={id} {...props} id={id} />;
}
