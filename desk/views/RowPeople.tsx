import type { JSX } from 'preact';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { initialsOf } from '../words/initials.ts';
import { words } from '../words/words.ts';
import { Sign } from './signs.tsx';

/** Who holds a ticket, and who else writes or reads in it now: initials, with the name in words beside them. */
export function RowPeople({ ticket, model }: { ticket: QueueRow; model: DeskModel }): JSX.Element {
  const w = words.value;
  const { number, assignee } = ticket;
  const here = model.others.value.filter((one) => one.number === number);
  const holds = assignee && here.find(({ agent }) => agent.id === assignee.id);
  return (
    <>
      {here
        .filter((one) => one !== holds)
        .map(({ agent, isWriting }) => (
          <Person
            key={agent.id}
            name={agent.name}
            says={isWriting ? w.writesHere(agent.name) : w.readsHere(agent.name)}
            sign={isWriting ? 'pen' : 'eye'}
            class="row-here"
          />
        ))}
      {assignee && (
        <Person
          name={assignee.name}
          says={
            assignee.id === model.me.value.id
              ? w.holdsMe(assignee.name)
              : `${w.holds(assignee.name)}${holds ? `, ${holds.isWriting ? w.writesHere(assignee.name) : w.readsHere(assignee.name)}` : ''}`
          }
          sign={holds ? (holds.isWriting ? 'pen' : 'eye') : null}
          class={assignee.id === model.me.value.id ? 'avatar mine' : holds ? 'avatar here' : 'avatar'}
        />
      )}
    </>
  );
}

interface PersonProps {
  name: string;
  says: string;
  sign: 'pen' | 'eye' | null;
  class: string;
}

function Person({ name, says, sign, class: look }: PersonProps): JSX.Element {
  return (
    <span class={look} title={says}>
      {sign && <Sign of={sign} />}
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span class="unseen">{says}</span>
    </span>
  );
}
