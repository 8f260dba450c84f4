import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../words/words.ts';

interface Props {
  title: string;
  /** what will happen */
  children: ComponentChildren;
  /** the label of the button that confirms */
  yes: string;
  onYes: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. The focus is on cancel; Escape cancels too. */
export function ConfirmDialog({ title, children, yes, onYes, onClose }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="confirm-title" onClose={onClose}>
      <div class="fields">
        <h2 id="confirm-title">{title}</h2>
        {children}
        <div class="row end">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.value.incidents.cancel}
          </button>
          <button
            type="button"
            class="primary"
            onClick={() => {
              dialog.current?.close();
              onYes();
            }}
          >
            {yes}
          </button>
        </div>
      </div>
    </dialog>
  );
}
