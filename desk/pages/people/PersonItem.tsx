import type { JSX } from 'preact';
import type { DeskPerson } from '../../../src/contract/desk/people.ts';
import { SureButton } from '../../views/SureButton.tsx';
import { initialsOf } from '../../words/initials.ts';
import { momentInShort } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { PeopleModel, PersonAction } from './people-model.ts';

interface Props {
  person: DeskPerson;
  model: PeopleModel;
  /** whether they are the admin who looks: nobody changes themselves here */
  isMe: boolean;
  now: number;
}

/** The heading that has the focus when a person's button is gone. */
export const HEADING = 'people-all';

/** One agent: who they are, how safely they sign in, what they hold, and what an admin can do. */
export function PersonItem({ person, model, isMe, now }: Props): JSX.Element {
  const w = words.value.people;
  const { id, name, email, role, disabledAt } = person;
  const actions: PersonAction[] =
    disabledAt === null ? [role === 'admin' ? 'demote' : 'promote', 'renew', 'disable'] : ['restore'];
  const asking = model.asking.value;
  return (
    <li class={disabledAt === null ? 'person' : 'person disabled'}>
      <span class={isMe ? 'initials' : 'initials other'} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div class="person-words">
        <p>
          <strong dir="auto">{name}</strong> {isMe && <span class="pill">{w.you}</span>}
        </p>
        <p class="muted">
          {w.roles[role]} · <span dir="auto">{email}</span>
        </p>
        <p class="muted">{standingOf(person, now)}</p>
      </div>
      {!isMe && (
        <div class="row person-actions">
          {actions.map((action) => (
            <SureButton
              key={action}
              isPossible={asking === null || asking.id !== id}
              isAsking={asking?.id === id && asking.action === action}
              ask={(isAsked) => {
                model.asking.value = isAsked ? { id, action } : null;
              }}
              act={() => void model.act(id, action)}
              words={{ act: w.acts[action], sure: w.sure[action](name), yes: w.yes[action], no: words.value.cancel }}
              of={name}
              heading={HEADING}
            />
          ))}
        </div>
      )}
    </li>
  );
}

/** How somebody signs in, when they were last here, and what they hold: one line. */
function standingOf(person: DeskPerson, now: number): string {
  const w = words.value.people;
  const { locale } = words.value;
  const at = (moment: string) => momentInShort(moment, now, locale);
  if (person.disabledAt !== null) return w.disabledSince(at(person.disabledAt));
  const { state, until } = person.secondFactor;
  return [
    person.codeUntil !== null
      ? w.codeWaits(at(person.codeUntil))
      : w.factors(state, person.factors, until && at(until)),
    ...(person.lastUsedAt === null ? [] : [w.lastUsed(at(person.lastUsedAt))]),
    w.held(person.held),
  ].join(' · ');
}
