import type { JSX } from 'preact';
import { failureInWords } from '#words/panel.ts';
import { sendingWords as words } from '#words/sending.ts';
import type { ViewProps } from '../../panel.ts';
import { adoptLater } from '../../styles/adopt-later.ts';

/** The buttons for files and diagnostics, until one is pressed and their code is loaded. */
export function AttachmentsField({ parts }: ViewProps): JSX.Element {
  const { attachments } = parts;
  const Fields = attachments.value?.Fields;
  return (
    <div ref={adoptLater}>
      {Fields ? (
        <Fields />
      ) : (
        <p class="row">
          {Object.entries(words.attach).map(([what, label]) => (
            <button type="button" onClick={async () => (await attachments.load())?.open(what)}>
              {label}
            </button>
          ))}
          {attachments.value === null && <span role="alert">{failureInWords('unavailable')}</span>}
        </p>
      )}
    </div>
  );
}
