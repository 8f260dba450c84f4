import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { AttachedFile } from '../../browser/files/attached-file.ts';
import { label } from '../../browser/lists.ts';
import { sizeInWords } from '../../browser/size-in-words.ts';
import type { Files } from '../models/files.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { MiddleCut } from './MiddleCut.tsx';

interface Props {
  files: Files;
  /** they are on their way: nothing can be taken out */
  isFrozen: boolean;
}

/** The files of a reply or note before it is sent: how large, how much of each has gone, and why one was not taken. */
export function ComposerFiles({ files, isFrozen }: Props): JSX.Element {
  const { files: w } = words.value;
  const list = useRef<HTMLUListElement>(null);
  const named = files.files.value;

  function remove(file: AttachedFile): void {
    const place = named.indexOf(file);
    files.remove(file.id);
    // The focus goes on to the next one, or back to the text.
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])].filter((_, at) => at !== place);
    (buttons[Math.min(place, buttons.length - 1)] ?? list.current?.closest('form')?.querySelector('textarea'))?.focus();
  }

  return (
    <div class="composer-files">
      <ul ref={list} aria-label={w.title}>
        {named.map((file) => (
          <li key={file.id} class="file-chip">
            <Icon of="clip" />
            <MiddleCut text={file.name} />
            <span class="muted">{howMuch(file, files.progress.value[file.id])}</span>
            {!isFrozen && (
              <button type="button" aria-label={`${w.remove}: ${file.name}`} onClick={() => remove(file)}>
                ×
              </button>
            )}
            {files.refusals.value[file.id] && (
              <span class="error">{label(w.refusals, files.refusals.value[file.id] ?? '', w.refused)}</span>
            )}
          </li>
        ))}
      </ul>
      <p role="status" class="muted">
        {files.preparing.value > 0 ? w.preparing : named.length > 0 && w.count(named.length)}
      </p>
      <div role="alert">
        {files.notTaken.value.map(({ name, problem }) => (
          <p key={name} class="error">
            {w.notTaken} <bdi>{name}</bdi>: {w.problems[problem]}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Its size; or of one that is on its way, how much has gone. */
function howMuch({ bytes }: AttachedFile, sent: number | undefined): string {
  const { locale } = words.value;
  if (sent === undefined || sent >= bytes) return sizeInWords(bytes, locale);
  return (sent / bytes).toLocaleString(locale, { style: 'percent' });
}
