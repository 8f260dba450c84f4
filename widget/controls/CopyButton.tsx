import { useSignal } from '@preact/signals';
import type { JSX, TargetedMouseEvent } from 'preact';
import { sendingWords as words } from '#words/sending.ts';
import { host } from '../../browser/host.ts';

/** Copies a text, also over plain http, where scripts have no clipboard. */
export function CopyButton({ text, label = words.copy }: { text: () => string; label?: string }): JSX.Element {
  const isCopied = useSignal(false);

  async function copy({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>): Promise<void> {
    try {
      await host.navigator.clipboard.writeText(text());
      isCopied.value = true;
    } catch {
      isCopied.value = copyBySelection(text(), currentTarget);
    }
  }

  return (
    <p class="row">
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status">{isCopied.value && words.copied}</span>
    </p>
  );
}

function copyBySelection(text: string, button: HTMLElement): boolean {
  const field = host.document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  button.after(field);
  field.select();
  const isCopied = host.document.execCommand('copy');
  field.replaceWith();
  button.focus();
  return isCopied;
}
