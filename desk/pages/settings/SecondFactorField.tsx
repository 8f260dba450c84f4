import type { JSX } from 'preact';
import { SECOND_FACTOR_RULES } from '../../../src/contract/lists.ts';
import { words } from '../../words/words.ts';
import type { SettingsModel } from './settings-model.ts';

/** Of whom a second factor is required. */
export function SecondFactorField({ model, isAdmin }: { model: SettingsModel; isAdmin: boolean }): JSX.Element {
  const w = words.value.settings;
  const chosen = model.fields.value['second-factor'].text;
  return (
    <fieldset id="setting-second-factor" class="choices" aria-label={w.fields['second-factor']}>
      {SECOND_FACTOR_RULES.map((rule) => (
        <label key={rule} class="row">
          <input
            type="radio"
            name="second-factor"
            value={rule}
            checked={chosen === rule}
            disabled={!isAdmin}
            onChange={() => model.type('second-factor', rule)}
          />
          {w.factorRules[rule]}
        </label>
      ))}
    </fieldset>
  );
}
