import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { draftWords as words } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import type { ViewProps } from '../../../panel.ts';
import { keyOf } from '../models/other-drafts-model.ts';

/** What is to be known of the draft: that it was on its way already, and that there are others, kept apart. */
export function DraftNotes({ panel }: ViewProps): JSX.Element {
  const apart = panel.apart.value;
  return (
    <>
      {panel.draft.value.earlier && <p class="notice">{bind(words.mayHaveArrived)}</p>}
      {apart?.others.value.map((other) => (
        <div class="notice" key={keyOf(other)}>
          <p>
            {words.other} <strong>{other.subject || other.description.slice(0, 80)}</strong>{' '}
            <small>{momentInWords(other.changedAt)}</small>
          </p>
          <p class="row">
            <button type="button" class="link" onClick={() => apart.take(other)}>
              {words.show}
            </button>
            <button type="button" class="link" onClick={() => apart.drop(other)}>
              {words.drop}
            </button>
          </p>
        </div>
      ))}
    </>
  );
}
