import type { JSX } from 'preact';
import { lazyWords as words } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { CopyButton } from '../../../controls/CopyButton.tsx';
import type { ViewProps } from '../../../panel.ts';

/** In the place of a button that could only fail: an e-mail with everything filled in, or its text for those without a mail program. */
export function MailInstead({ panel }: ViewProps): JSX.Element {
  return (
    <>
      <a class="primary" href={panel.emailLink()}>
        {words.mailInstead}
      </a>
      <small>
        {bind(words.mailInsteadMore)} {panel.emailAddress()}
      </small>
      <CopyButton text={panel.inWords} />
    </>
  );
}
