import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { IncidentDetail } from '../../../src/contract/desk/incidents.ts';
import type { AgentName } from '../../../src/contract/desk/queue-row.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

interface Props {
  history: IncidentDetail['history'];
  agents: readonly AgentName[];
}

/** The history of an incident: what was done, and by whom. */
export function IncidentHistory({ history, agents }: Props): JSX.Element {
  const w = words.value.incidents;
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? label(words.value.actors, id);
  return (
    <section class="panel" aria-labelledby="incident-history">
      <h3 id="incident-history">{w.history}</h3>
      <div class="table">
        <table>
          <tbody>
            {history.map(({ at, actor, action }, index) => (
              <tr key={index}>
                <th scope="row">{momentInFull(at)}</th>
                <td dir="auto">{nameOf(actor)}</td>
                <td>{label(w.historyActions, action)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
