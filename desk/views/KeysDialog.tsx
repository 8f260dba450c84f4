import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { type Command, KEYS } from '../keys/commands.ts';
import { lettersAreOn, turnLetters } from '../keys/letters.ts';
import { words } from '../words/words.ts';

const NAMES: Record<string, string> = { Escape: 'Esc' };

/** The list of keys in a native dialog, which holds the focus and gives it back. */
export function KeysDialog({ isOpen }: { isOpen: Signal<boolean> }): JSX.Element {
  const w = words.value;
  const list = w.keyList;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const commands = Object.entries(KEYS) as [Command, string][];
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      onClose={() => {
        isOpen.value = false;
      }}
    >
      <h2 id="keys-title">{w.keys}</h2>
      <p>{list.keysMore}</p>
      <label class="row">
        <input
          type="checkbox"
          checked={lettersAreOn.value}
          onChange={({ currentTarget }) => turnLetters(currentTarget.checked)}
        />
        {list.lettersAreOn}
      </label>
      <dl class="keys">
        {commands.map(([command, key]) => (
          <div key={command}>
            <dt>
              <kbd>{label(NAMES, key)}</kbd>
            </dt>
            <dd>{list.keyActions[command]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{list.keyActions.send}</dd>
        </div>
      </dl>
      <button type="button" class="primary" onClick={() => dialog.current?.close()}>
        {w.close}
      </button>
    </dialog>
  );
}
