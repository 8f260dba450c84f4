import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Files } from '../models/files.ts';
import { loadComposerFiles } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Later } from './Later.tsx';

/** What takes files that are dropped on a form, or pasted into it; text is left alone. */
export function takingFiles(files: Files) {
  function take(event: ClipboardEvent | DragEvent): void {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    // Text copied together with a picture of itself is text.
    if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
    event.preventDefault();
    void files.add([...data.files]);
  }
  return {
    onPaste: take,
    onDrop: take,
    onDragOver(event: DragEvent) {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    },
  };
}

/** The button that picks files. */
export function AttachButton({ files }: { files: Files }): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-label={words.value.attach}
        title={words.value.attach}
        onClick={() => picker.current?.click()}
      >
        <Icon of="clip" />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.value.attach}
        onChange={({ currentTarget }) => {
          void files.add([...(currentTarget.files ?? [])]);
          // The same file may be picked once more.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** The files of a text; what draws them comes with the first one. */
export function AttachedFiles({ files, isFrozen = false }: { files: Files; isFrozen?: boolean }): JSX.Element | null {
  const isThere = files.files.value.length > 0 || files.preparing.value > 0 || files.notTaken.value.length > 0;
  return isThere ? <Later wanted="files" load={loadComposerFiles} with={{ files, isFrozen }} /> : null;
}
