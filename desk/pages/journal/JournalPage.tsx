import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { JournalEntries } from './JournalEntries.tsx';
import { JournalFilterForm } from './JournalFilterForm.tsx';
import { createJournalClient } from './journal-client.ts';
import { JournalModel } from './journal-model.ts';

/** What everybody did and read, for admins: the whole audit trail, narrowed by who, what, ticket, shop and day. */
export function JournalPage({ model: desk, http }: PageProps): JSX.Element {
  const w = words.value.journal;
  const isAdmin = desk.me.value.role === 'admin';
  const model = useModel(() => new JournalModel(createJournalClient(http)));
  useEffect(() => {
    if (isAdmin) void model.read();
  }, [isAdmin]);
  if (!isAdmin) return <p class="notice warn">{w.onlyAdmins}</p>;
  const list = model.list.value;
  const state = model.state.value;
  return (
    <>
      <p class="muted">{w.lead}</p>
      <JournalFilterForm model={model} agents={desk.agents.value} />
      <div role="status">
        {state === 'loading' && <p>{words.value.loading}</p>}
        {state === 'unanswered' && <NotLoaded text={w.notLoaded} again={model.read} />}
        {state === 'shown' && list && (
          <p class="muted">{list.entries.length === 0 ? w.nothing : w.shown(list.entries.length)}</p>
        )}
      </div>
      {list && list.entries.length > 0 && <JournalEntries list={list} />}
      {list?.next && (
        <button type="button" onClick={model.more}>
          {w.more}
        </button>
      )}
    </>
  );
}
