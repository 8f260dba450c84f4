import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { sendingWords as words } from '../words/pl/sending.ts';

/** Files and technical information: buttons, until one is pressed and what stands behind them is loaded. */
export function ExtrasField({ model }: { model: PanelModel }): JSX.Element {
  const error = model.errors.value.extras;
  const Fields = model.extras.value?.Fields;
  return Fields ? (
    <Fields />
  ) : (
    <p class="row">
      {Object.entries(words.extras).map(([what, label]) => (
        <button type="button" onClick={() => model.open(what)}>
          {label}
        </button>
      ))}
      {error && <span role="alert">{error}</span>}
    </p>
  );
}
