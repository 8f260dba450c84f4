import type { JSX } from 'preact';
import { AttachButtons } from '../../controls/AttachButtons.tsx';
import type { ViewProps } from '../../panel.ts';
import { adoptLater } from '../../styles/adopt-later.ts';

/** The buttons for files and diagnostics, until one is pressed and their code is loaded. */
export function AttachmentsField({ panel, parts }: ViewProps): JSX.Element {
  const { attachments } = parts;
  const Fields = attachments.value?.Fields;
  return (
    <div ref={adoptLater}>
      {Fields ? (
        <Fields />
      ) : (
        <AttachButtons
          what={panel.isInline ? ['file', 'screen'] : ['file', 'screen', 'facts']}
          open={async (what) => (await attachments.load())?.open(what)}
          hasFailed={attachments.value === null}
        />
      )}
    </div>
  );
}
