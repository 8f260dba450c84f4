/** Focuses the first invalid field once the errors are drawn and before the next key: a frame may be late. */
export function focusFirstInvalid(form: HTMLElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
