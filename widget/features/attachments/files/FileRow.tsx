import type { JSX } from 'preact';
import { refusalInWords, filesWords as words } from '#words/files.ts';
import { LANGUAGE } from '#words/panel.ts';
import type { AttachedFile } from '../../../../browser/files/attached-file.ts';
import { isPicture } from '../../../../browser/files/prepare-file.ts';
import { sizeInWords } from '../../../../browser/size-in-words.ts';
import type { FilesModel } from './files-model.ts';
import { Preview } from './Preview.tsx';

interface Props {
  file: AttachedFile;
  /** counted from 0 */
  index: number;
  model: FilesModel;
  onEdit: () => void;
  onRemove: () => void;
  onRaise: () => void;
}

/** One file with its description, its error if it was refused, and its actions. */
export function FileRow({ file, index, model, onEdit, onRemove, onRaise }: Props): JSX.Element {
  const refusal = model.refusals.value[file.id];
  const button = (name: string, label: string, onClick: () => void) => (
    <button type="button" data-do={`${name} ${file.id}`} aria-label={`${label}: ${file.name}`} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <li>
      <Preview file={file} blobOf={model.blobOf} />
      <div>
        <span class="name">{file.name}</span> <small>{sizeInWords(file.bytes, LANGUAGE)}</small>
        {refusal && <p class="error">{refusalInWords(refusal)}</p>}
        <p class="row">
          {isPicture(file.type) && button('edit', words.hide, onEdit)}
          {index > 0 && button('raise', words.raise, onRaise)}
          {button('remove', words.remove, onRemove)}
        </p>
      </div>
    </li>
  );
}
