import type { JSX } from 'preact';
import { bind, formWords } from '#words/panel.ts';
import type { ViewProps } from '../../../panel.ts';

/** The fallback when sending fails: an e-mail with everything filled in, or the text to copy. */
export function EmailFallback({ panel, parts }: ViewProps): JSX.Element {
  const views = parts.sending.value;
  return (
    <>
      <p>
        {bind(formWords.orWrite)} <a href={panel.emailLink()}>{panel.emailAddress()}</a>
      </p>
      {views && <views.CopyButton text={panel.inWords} />}
    </>
  );
}
