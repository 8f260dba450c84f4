import type { JSX } from 'preact';
import { SETTING_LENGTHS } from '../../../src/contract/shops/settings.ts';
import { overLength } from '../../models/over-length.ts';
import { words } from '../../words/words.ts';
import type { SettingsModel } from './settings-model.ts';

/** The signature of replies, line by line, with its error. */
export function SignatureField({ model, isAdmin }: { model: SettingsModel; isAdmin: boolean }): JSX.Element {
  const w = words.value.settings;
  const { text } = model.fields.value.signature;
  const most = SETTING_LENGTHS.signature;
  const over = overLength(text, most);
  const isWrong = model.groups.value.replies.errors.length > 0;
  const error = over > 0 ? words.value.tooLong(over, most) : isWrong ? w.errors.signature : null;
  return (
    <div class="field">
      <label for="setting-signature">{w.fields.signature}</label>
      <textarea
        id="setting-signature"
        rows={3}
        readOnly={!isAdmin}
        value={text}
        aria-invalid={error ? true : undefined}
        aria-describedby="setting-signature-more"
        onInput={({ currentTarget }) => model.type('signature', currentTarget.value)}
      />
      <small id="setting-signature-more" class={error ? 'error' : undefined}>
        {error ?? w.hints.signature}
      </small>
    </div>
  );
}
