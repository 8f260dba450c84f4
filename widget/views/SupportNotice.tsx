import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { bind, words } from '../words/pl/panel.ts';
import { rareWords, stillPossible } from '../words/pl/rare.ts';

/** For a shop without support: what is still possible. Never a dead end, and never a lost letter. */
export function SupportNotice({ model }: { model: PanelModel }): JSX.Element | null {
  const status = model.shop.status.value;
  const more = status && stillPossible[status.support.state];
  if (!more) return null;
  const { email, renewal, rules } = status.contacts;
  return (
    <div class="notice">
      <p>{bind(more)}</p>
      <p class="row">
        {status.support.state === 'unrecognised' && (
          <>
            <CorrectShop model={model} />
            <a href={model.emailLink()}>{email}</a>
          </>
        )}
        {renewal && <a href={renewal}>{rareWords.renewal}</a>}
        {rules && <a href={rules}>{words.rules}</a>}
      </p>
    </div>
  );
}

/** The way back to the form that asks which shop this is. */
export function CorrectShop({ model }: { model: PanelModel }): JSX.Element {
  return (
    <button type="button" class="link" onClick={model.shop.correct}>
      {rareWords.correct}
    </button>
  );
}
