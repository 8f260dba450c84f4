import type { JSX } from 'preact';
import { failureInWords } from '#words/panel.ts';
import { sendingWords as words } from '#words/sending.ts';
import { canCapture } from './can-capture.ts';
import { Icon } from './Icon.tsx';
import { MORE_ICONS } from './more-icons.ts';

type What = keyof typeof words.attach;

interface Props {
  /** what can be attached */
  what: readonly What[];
  /** loads the attachments, and executes what was pressed */
  open: (what: What) => unknown;
  /** whether they did not come */
  hasFailed: boolean;
}

/** The buttons for attachments, until one is pressed and their code is loaded. None for what this browser cannot do. */
export function AttachButtons({ what, open, hasFailed }: Props): JSX.Element {
  return (
    <p class="row extras">
      {what.map((one) => (one !== 'screen' || canCapture()) && <AttachButton what={one} onClick={() => open(one)} />)}
      {hasFailed && <span role="alert">{failureInWords('unavailable')}</span>}
    </p>
  );
}

/** One of them. */
export function AttachButton({ what, onClick }: { what: What; onClick: () => unknown }): JSX.Element {
  return (
    <button type="button" class="quiet" data-do={what} onClick={onClick}>
      {what !== 'facts' && <Icon of={what === 'file' ? MORE_ICONS.clip : MORE_ICONS.frame} />}
      {words.attach[what]}
    </button>
  );
}
