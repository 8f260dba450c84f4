import type { JSX } from 'preact';
import { sendingWords as words } from '#words/sending.ts';
import { canCapture } from './can-capture.ts';
import { Icon } from './Icon.tsx';
import { MORE_ICONS } from './more-icons.ts';

type What = keyof typeof words.attach;

interface Props {
  /** what can be attached */
  what: readonly What[];
  /** opens the attachments, and executes what was pressed */
  open: (what: What) => unknown;
}

/** The buttons for attachments, until one is pressed. None for what this browser cannot do. */
export function AttachButtons({ what, open }: Props): JSX.Element {
  return (
    <p class="row extras">
      {what.map((one) => (one !== 'screen' || canCapture()) && <AttachButton what={one} onClick={() => open(one)} />)}
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
