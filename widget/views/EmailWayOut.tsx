import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { bind, words } from '../words/pl/panel.ts';

/** The way out when sending fails: an e-mail with everything filled in, or the text to take along: to be copied by a button, once that is here. */
export function EmailWayOut({ model }: { model: PanelModel }): JSX.Element {
  const views = model.transport.value?.views;
  return (
    <>
      <p>
        {bind(words.orWrite)} <a href={model.emailLink()}>{model.emailAddress()}</a>
      </p>
      {views && <views.CopyButton text={model.inWords} />}
    </>
  );
}
