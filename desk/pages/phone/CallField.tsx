import type { JSX } from 'preact';
import type { PhoneModel } from './phone-model.ts';

interface Props {
  model: PhoneModel;
  name: 'name' | 'phone' | 'subject' | 'description' | 'email';
  label: string;
  /** the longest text, in UTF-16 code units */
  most: number;
  type?: 'text' | 'tel' | 'email';
  isLong?: boolean;
  hint?: string;
  error?: string | null;
}

/** A field of the call with its label above and its error below. */
export function CallField({ model, name, label, most, type = 'text', isLong, hint, error }: Props): JSX.Element {
  const id = `phone-${name}`;
  const below = error ?? hint;
  const ties = {
    id,
    maxLength: most,
    // A caller's data must not be filled in by the agent's browser.
    autocomplete: 'off' as const,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': below ? `${id}-more` : undefined,
    readOnly: model.sending.value.state === 'sending',
    value: model.draft.value[name],
  };
  const edit = (value: string) => model.edit({ [name]: value });
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...ties} rows={4} onInput={({ currentTarget }) => edit(currentTarget.value)} />
      ) : (
        <input {...ties} type={type as 'text'} onInput={({ currentTarget }) => edit(currentTarget.value)} />
      )}
      {below && (
        <small id={`${id}-more`} class={error ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}
