import type { JSX } from 'preact';
import { AttachButtons } from '../../controls/AttachButtons.tsx';
import type { ViewProps } from '../../panel.ts';
import { adoptLater } from '../../styles/adopt-later.ts';

/** The buttons for files and diagnostics, and once one is pressed what they open. */
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
        />
      )}
    </div>
  );
}
