import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { draftWords as words } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import type { ViewProps } from '../../../panel.ts';
import { keyOf } from '../models/other-drafts-model.ts';

/** Notes on the draft: that it may have been sent already, and the drafts of other tabs. */
export function DraftNotes({ panel }: ViewProps): JSX.Element {
  const otherDrafts = panel.otherDrafts.value;
  return (
    <>
      {panel.draft.value.earlier && <p class="notice">{bind(words.mayHaveArrived)}</p>}
      {otherDrafts?.others.value.map((other) => (
        <div class="notice" key={keyOf(other)}>
          <p>
            {words.other} <strong>{other.subject || other.description.slice(0, 80)}</strong>{' '}
            <small>{momentInWords(other.changedAt)}</small>
          </p>
          <p class="row">
            <button type="button" class="link" onClick={() => otherDrafts.open(other)}>
              {words.show}
            </button>
            <button type="button" class="link" onClick={() => otherDrafts.discard(other)}>
              {words.drop}
            </button>
          </p>
        </div>
      ))}
    </>
  );
}
