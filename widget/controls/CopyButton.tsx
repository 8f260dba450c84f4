import { useSignal } from '@preact/signals';
import type { JSX, TargetedMouseEvent } from 'preact';
import { sentWords } from '#words/sending.ts';
import { host } from '../../browser/host.ts';
import { Icon } from './Icon.tsx';
import { MORE_ICONS } from './more-icons.ts';

interface Props {
  text: () => string;
  label?: string;
  /** whether the label is only read out, beside what it copies */
  isIcon?: boolean;
}

/** Copies a text, also over plain http, where scripts have no clipboard. */
export function CopyButton({ text, label = sentWords.copy, isIcon }: Props): JSX.Element {
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
    <span class="row">
      <button type="button" onClick={copy} {...(isIcon && { class: 'close', 'aria-label': label })}>
        <Icon of={MORE_ICONS.copy} /> {!isIcon && label}
      </button>
      <span role="status">{isCopied.value && sentWords.copied}</span>
    </span>
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
