import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import { SETTING_LENGTHS } from '../../../src/contract/shops/settings.ts';
import { overLength } from '../../models/over-length.ts';
import { words } from '../../words/words.ts';
import type { Field, Group, SettingsModel } from './settings-model.ts';

interface Props {
  model: SettingsModel;
  isAdmin: boolean;
  group: Group;
  name: Exclude<Field, 'opening-hours' | 'second-factor' | 'signature'>;
}

const KINDS: Record<Props['name'], 'text' | 'email' | 'tel' | 'url'> = {
  email: 'email',
  phone: 'tel',
  rules: 'url',
  renewal: 'url',
  privacy: 'url',
  updates: 'url',
  'current-version': 'text',
};

/** Five numbers of five digits, and dots: the longest that `VERSION` takes. */
const LONGEST_VERSION = 29;

/** One setting of one line, with its error. */
export function SettingField({ model, isAdmin, group, name }: Props): JSX.Element {
  const w = words.value.settings;
  const id = `setting-${name}`;
  const { text } = model.fields.value[name];
  const most = name === 'current-version' ? LONGEST_VERSION : SETTING_LENGTHS[name];
  const over = overLength(text, most);
  const wrong = model.groups.value[group].errors.includes(name) ? w.errors[name] : null;
  const error = over > 0 ? words.value.tooLong(over, most) : wrong;
  const below = error ?? label(w.hints, name, '');
  return (
    <div class="field">
      <label for={id}>{w.fields[name]}</label>
      <input
        id={id}
        type="text"
        inputMode={KINDS[name]}
        autocomplete="off"
        spellcheck={false}
        readOnly={!isAdmin}
        value={text}
        aria-invalid={error ? true : undefined}
        aria-describedby={below ? `${id}-more` : undefined}
        onInput={({ currentTarget }) => model.type(name, currentTarget.value)}
      />
      {below && (
        <small id={`${id}-more`} class={error ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}
