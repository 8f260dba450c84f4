import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { AddPerson } from './AddPerson.tsx';
import { CodeShown } from './CodeShown.tsx';
import { HEADING, PersonItem } from './PersonItem.tsx';
import { createPeopleClient } from './people-client.ts';
import { PeopleModel } from './people-model.ts';

/** The agents: admins add and disable them here, change their roles and help who lost everything. */
export function PeoplePage({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => new PeopleModel(createPeopleClient(http)));
  const isAdmin = desk.me.value.role === 'admin';
  const now = desk.now.value;
  const event = desk.lastEvent.value;
  useEffect(() => {
    if (isAdmin) void model.refresh();
  }, [now, event?.action.startsWith('agent.') && event]);
  const w = words.value.people;
  if (!isAdmin) return <p class="notice">{w.onlyAdmins}</p>;
  const people = model.people.value;
  const [failure, done, code] = [model.failure.value, model.done.value, model.code.value];
  return (
    <div class="columns">
      <div class="fields">
        {code && <CodeShown shown={code} putAway={model.putAway} />}
        <div role="status">
          {!people && !model.hasFailed.value && words.value.loading}
          {done && <p class="notice good">{w.done[done.action](done.name)}</p>}
        </div>
        <div role="alert">
          {failure && failure !== 'taken' && (
            <p class="notice bad">{failure === 'not-proven' ? words.value.notProven : w.failures[failure]}</p>
          )}
          {model.hasFailed.value &&
            (people ? <p class="notice warn">{w.notFresh}</p> : <NotLoaded text={w.notLoaded} again={model.refresh} />)}
        </div>
        {people && (
          <section class="panel" aria-labelledby={HEADING}>
            <h3 id={HEADING} tabIndex={-1}>
              {w.all}
            </h3>
            <p class="muted">{w.lead}</p>
            <ul class="people">
              {people.map((person) => (
                <PersonItem
                  key={person.id}
                  person={person}
                  model={model}
                  isMe={person.id === desk.me.value.id}
                  now={now}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
      <AddPerson model={model} />
    </div>
  );
}
