import type { JSX } from 'preact';
import { overLength } from '../../models/over-length.ts';
import { TextArea } from '../../views/TextArea.tsx';
import { words } from '../../words/words.ts';
import { LONGEST } from './call-errors.ts';
import type { PhoneModel } from './phone-model.ts';

interface Props {
  model: PhoneModel;
  name: keyof typeof LONGEST;
  label: string;
  type?: 'text' | 'tel' | 'email';
  isLong?: boolean;
  hint?: string;
  error?: string | null;
}

/** A field of the call with its label above and its error below. */
export function CallField({ model, name, label, type = 'text', isLong, hint, ...rest }: Props): JSX.Element {
  const id = `phone-${name}`;
  const text = model.draft.value[name];
  const over = overLength(text, LONGEST[name]);
  const error = over > 0 ? words.value.tooLong(over, LONGEST[name]) : rest.error;
  const below = error ?? hint;
  const ties = {
    id,
    // A caller's data must not be filled in by the agent's browser.
    autocomplete: 'off' as const,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': below ? `${id}-more` : undefined,
    readOnly: model.sending.value.state === 'sending',
  };
  const edit = (value: string) => model.edit({ [name]: value });
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? (
        <TextArea {...ties} rows={4} text={text} onText={edit} />
      ) : (
        <input
          {...ties}
          type={type as 'text'}
          value={text}
          onInput={({ currentTarget }) => edit(currentTarget.value)}
        />
      )}
      {below && (
        <small id={`${id}-more`} class={error ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}
