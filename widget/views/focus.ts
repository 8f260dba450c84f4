/** Moves the focus to the first field that has an error, once the errors are on the page, and before the next key: frames may be late. */
export function focusFirstInvalid(form: HTMLElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
