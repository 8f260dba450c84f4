import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

/** The attributes that tie a control to its label, hint and error. */
interface Ties {
  id: string;
  'aria-describedby': string;
  'aria-invalid': true | undefined;
}

interface Props {
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  control: (ties: Ties) => JSX.Element;
  children?: ComponentChildren;
}

/** A labelled control with its error, which screen readers read with it. */
export function Field({ label, hint, error, control, children }: Props): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <small id={`${id}h`}>{hint}</small>}
      {control({ id, 'aria-describedby': `${id}h ${id}e`, 'aria-invalid': error ? true : undefined })}
      {error && (
        <span class="error" id={`${id}e`}>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

/** Focuses the first invalid field once the errors are drawn and before the next key: a frame may be late. */
export function focusFirstInvalid(form: HTMLElement): void {
  const first = '[aria-invalid=true]:not(fieldset),fieldset[aria-invalid=true] input';
  setTimeout(() => form.querySelector<HTMLElement>(first)?.focus());
}
