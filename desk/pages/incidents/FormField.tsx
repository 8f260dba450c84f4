import type { JSX, TargetedInputEvent } from 'preact';
import { overLength } from '../../models/over-length.ts';
import { TextArea } from '../../views/TextArea.tsx';
import { words } from '../../words/words.ts';
import type { IncidentDraft, WrongField } from './incident-draft.ts';
import type { IncidentFormModel } from './incident-form-model.ts';

interface Props {
  model: IncidentFormModel;
  name: Exclude<keyof IncidentDraft, 'kind'>;
  label: string;
  hint?: string;
  /** a date with a time, in Poland's time zone */
  isMoment?: boolean;
  /** the longest text, in UTF-16 code units */
  most?: number;
  isLong?: boolean;
}

/** One field of a new incident with its label above, and hint and error below. */
export function FormField({
  model,
  name,
  label,
  hint,
  most = Number.POSITIVE_INFINITY,
  isMoment = false,
  isLong = false,
}: Props): JSX.Element {
  const about: WrongField = name === 'englishTitle' || name === 'englishText' ? 'english' : name;
  const text = model.draft.value[name];
  const over = overLength(text, most);
  const wrong = model.wrong.value.includes(about) ? words.value.incidents.form.errors[about] : undefined;
  const error = over > 0 ? words.value.tooLong(over, most) : wrong;
  const [id, hintId, errorId] = [`incident-${name}`, `incident-${name}-hint`, `incident-${name}-error`];
  const field = {
    id,
    dir: 'auto' as const,
    readOnly: model.isBusy.value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined,
  };
  const edit = (typed: string) => model.type({ [name]: typed });
  const line = {
    ...field,
    value: text,
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => edit(currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong && <TextArea rows={4} {...field} text={text} onText={edit} />}
      {isMoment && <input type="datetime-local" {...line} />}
      {!isLong && !isMoment && <input type="text" autocomplete="off" {...line} />}
      {hint && <small id={hintId}>{hint}</small>}
      {error && (
        <span id={errorId} class="error">
          {error}
        </span>
      )}
    </div>
  );
}
