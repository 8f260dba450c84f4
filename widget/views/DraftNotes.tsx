import type { JSX } from 'preact';
import { keyOf } from '../models/other-drafts-model.ts';
import type { ViewProps } from '../panel.ts';
import { momentInWords } from '../words/pl/dates.ts';
import { bind } from '../words/pl/panel.ts';
import { draftWords as words } from '../words/pl/rare.ts';

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
