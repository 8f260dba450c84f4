import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { bind, words } from '../words/pl.ts';
import { CopyButton } from './CopyButton.tsx';

/** The way out when sending fails: an e-mail with everything filled in, or the text to take along. */
export function EmailWayOut({ model }: { model: PanelModel }): JSX.Element {
  return (
    <>
      <p>
        {bind(words.orWrite)} <a href={model.emailLink()}>{model.emailAddress()}</a>
      </p>
      <CopyButton text={model.inWords} label={words.copy} />
    </>
  );
}
