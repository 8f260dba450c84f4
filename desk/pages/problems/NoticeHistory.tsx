import type { JSX } from 'preact';
import type { NoticeDetail } from '../../../src/contract/desk/notices.ts';
import type { AgentName } from '../../../src/contract/desk/queue-row.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { problemsWords } from './problems-words.ts';

interface Props {
  history: NoticeDetail['history'];
  agents: readonly AgentName[];
}

/** The history of a notice: what was done, and by whom. */
export function NoticeHistory({ history, agents }: Props): JSX.Element {
  const w = problemsWords.value;
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? words.value.actors[id] ?? id;
  return (
    <section class="panel" aria-labelledby="problem-history">
      <h3 id="problem-history">{w.history}</h3>
      <div class="table">
        <table>
          <tbody>
            {history.map(({ at, actor, action }, index) => (
              <tr key={index}>
                <th scope="row">{momentInFull(at)}</th>
                <td dir="auto">{nameOf(actor)}</td>
                <td>{w.historyActions[action] ?? action}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
