import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskNotice } from '../../../src/contract/desk/notices.ts';
import { routeAddress } from '../../models/router.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { NoticeListsModel } from './lists-model.ts';
import { NoticeFacts } from './NoticeFacts.tsx';
import { createProblemsClient } from './problems-client.ts';
import { problemsWords } from './problems-words.ts';

/** All notices in three groups: active, coming, ended. */
export function NoticeLists({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => new NoticeListsModel(createProblemsClient(http)));
  // Notices begin and end by the clock, and tickets come meanwhile.
  useEffect(() => void model.refresh(), [desk.now.value]);
  const w = problemsWords.value;
  const lists = model.lists.value;
  const state = model.state.value;
  return (
    <>
      <p class="muted">{w.lead}</p>
      <p>
        <button type="button" class="primary" onClick={() => desk.router.navigate('problems', 'new')}>
          {w.add}
        </button>
      </p>
      <div role="status">
        {state === 'loading' && words.value.loading}
        {state === 'unanswered' && <p class="notice warn">{w.notLoaded}</p>}
      </div>
      {lists && (
        <>
          <Group name="running" notices={lists.running} />
          <Group name="coming" notices={lists.coming} />
          <Group name="ended" notices={lists.ended} more={lists.next === null ? null : model.more} />
        </>
      )}
    </>
  );
}

interface GroupProps {
  name: 'running' | 'coming' | 'ended';
  notices: readonly DeskNotice[];
  more?: (() => void) | null;
}

function Group({ name, notices, more = null }: GroupProps): JSX.Element {
  const w = problemsWords.value;
  return (
    <section class="panel" aria-labelledby={`notices-${name}`}>
      <h3 id={`notices-${name}`}>
        {w.groups[name]} <span class="count">{`${notices.length}${more ? '+' : ''}`}</span>
      </h3>
      {notices.length === 0 && <p class="muted">{w.none[name]}</p>}
      <ul class="notice-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={routeAddress({ page: 'problems', id: String(notice.id) })}>
              <strong dir="auto">{notice.title}</strong>
              <NoticeFacts notice={notice} />
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
