import type { JSX, TargetedInputEvent } from 'preact';
import type { IncidentDraft, WrongField } from './incident-draft.ts';
import type { IncidentFormModel } from './incident-form-model.ts';
import { incidentsWords } from './incidents-words.ts';

interface Props {
  model: IncidentFormModel;
  name: Exclude<keyof IncidentDraft, 'kind'>;
  label: string;
  hint?: string;
  /** a date with a time, in Poland's time zone */
  isMoment?: boolean;
  maxLength?: number;
  isLong?: boolean;
}

/** One field of a new incident with its label above, and hint and error below. */
export function FormField({
  model,
  name,
  label,
  hint,
  maxLength,
  isMoment = false,
  isLong = false,
}: Props): JSX.Element {
  const about: WrongField = name === 'englishTitle' || name === 'englishText' ? 'english' : name;
  const error = model.wrong.value.includes(about) ? incidentsWords.value.form.errors[about] : undefined;
  const [id, hintId, errorId] = [`incident-${name}`, `incident-${name}-hint`, `incident-${name}-error`];
  const field = {
    id,
    dir: 'auto' as const,
    ...(maxLength !== undefined && { maxLength }),
    readOnly: model.isBusy.value,
    value: model.draft.value[name],
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined,
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      model.type({ [name]: currentTarget.value }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong && <textarea rows={4} {...field} />}
      {isMoment && <input type="datetime-local" {...field} />}
      {!isLong && !isMoment && <input type="text" autocomplete="off" {...field} />}
      {hint && <small id={hintId}>{hint}</small>}
      {error && (
        <span id={errorId} class="error">
          {error}
        </span>
      )}
    </div>
  );
}
