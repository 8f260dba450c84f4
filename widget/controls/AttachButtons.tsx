import type { JSX } from 'preact';
import { failureInWords } from '#words/panel.ts';
import { sendingWords as words } from '#words/sending.ts';

interface Props {
  /** what can be attached: keys of `sendingWords.attach` */
  what: readonly (keyof typeof words.attach)[];
  /** loads the attachments, and executes what was pressed */
  open: (what: string) => unknown;
  /** whether they did not come */
  hasFailed: boolean;
}

/** The buttons for attachments, until one is pressed and their code is loaded. */
export function AttachButtons({ what, open, hasFailed }: Props): JSX.Element {
  return (
    <p class="row extras">
      {what.map((one) => (
        <button type="button" onClick={() => open(one)}>
          {words.attach[one]}
        </button>
      ))}
      {hasFailed && <span role="alert">{failureInWords('unavailable')}</span>}
    </p>
  );
}
