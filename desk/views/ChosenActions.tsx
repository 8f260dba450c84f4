import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { TICKET_STATUSES } from '../../src/contract/lists.ts';
import type { Change, OpenIncident } from '../client/desk-client.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { words } from '../words/words.ts';
import { Menu } from './Menu.tsx';

interface Props {
  model: DeskModel;
  /** whether closing is asked for */
  isClosing: Signal<boolean>;
}

/** What can be done to all chosen tickets: each of them as if it were open. */
export function ChosenActions({ model, isClosing }: Props): JSX.Element {
  const w = words.value;
  const texts = w.listParts;
  const isTagging = useSignal(false);
  const incidents = useSignal<OpenIncident[]>([]);
  const tags = useSignal<string[]>([]);
  const toAll = (changeOf: (row: QueueRow) => Change | null) => void model.changeChosen(changeOf);
  const assignTo = (to: string | null) => (row: QueueRow) => {
    const from = row.assignee?.id ?? null;
    return from === to ? null : ({ kind: 'assignee', body: { assignee: to, from } } as const);
  };
  return (
    <>
      <p class="chosen-actions">
        <Choice
          name={texts.assign}
          options={[...model.agents.value, null].map((agent) => ({
            key: agent?.id ?? '',
            name: agent?.name ?? w.nobody,
            act: () => toAll(assignTo(agent?.id ?? null)),
          }))}
        />
        <Choice
          name={texts.status}
          options={TICKET_STATUSES.filter((status) => status !== 'new').map((status) => ({
            key: status,
            name: label(w.statuses, status),
            act: () =>
              toAll((row) =>
                row.status === status ? null : { kind: 'status', body: { status, seenMessages: row.messageCount } },
              ),
          }))}
        />
        <button
          type="button"
          aria-expanded={isTagging.value}
          onClick={() => {
            isTagging.value = !isTagging.peek();
            void model.readTags().then((read) => {
              tags.value = read;
            });
          }}
        >
          {texts.tag}
        </button>
        <Choice
          name={texts.problem}
          read={() => {
            void model.readIncidents().then((read) => {
              incidents.value = read;
            });
          }}
          empty={w.noIncidents}
          options={incidents.value.map(({ id, title }) => ({
            key: `${id}`,
            name: title,
            act: () => toAll((row) => ({ kind: 'incident', body: { incident: id, seenMessages: row.messageCount } })),
          }))}
        />
        <button
          type="button"
          aria-expanded={isClosing.value}
          onClick={() => {
            isClosing.value = !isClosing.peek();
          }}
        >
          {texts.close}
        </button>
      </p>
      {isTagging.value && (
        <form
          class="chosen-actions"
          onSubmit={(event) => {
            event.preventDefault();
            const tag = String(new FormData(event.currentTarget).get('tag') ?? '').trim();
            if (tag === '') return;
            isTagging.value = false;
            toAll((row) => (row.tags.includes(tag) ? null : { kind: 'tag', body: { tag, isOn: true } }));
          }}
        >
          <input name="tag" list="chosen-tags" aria-label={texts.typeTag} placeholder={texts.typeTag} />
          <datalist id="chosen-tags">
            {tags.value.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <button type="submit">{texts.addTag}</button>
        </form>
      )}
    </>
  );
}

interface ChoiceProps {
  name: string;
  options: readonly { key: string; name: string; act: () => void }[];
  /** reads the options when they are asked for */
  read?: () => void;
  /** said where there are none */
  empty?: ComponentChildren;
}

function Choice({ name, options, read, empty }: ChoiceProps): JSX.Element {
  return (
    <Menu class="choice" label={name}>
      {(close) => (
        <>
          {read && <Once act={read} />}
          {options.length === 0 && <p role="status">{empty}</p>}
          {options.map((option) => (
            <button
              key={option.key}
              type="button"
              dir="auto"
              onClick={() => {
                close();
                option.act();
              }}
            >
              {option.name}
            </button>
          ))}
        </>
      )}
    </Menu>
  );
}

/** Does something when it is first drawn. */
function Once({ act }: { act: () => void }): null {
  useEffect(act, []);
  return null;
}
