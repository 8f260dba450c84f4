import type { JSX } from 'preact';
import { filesWords as words } from '#words/files.ts';
import type { AttachedFile } from '../../../../browser/files/attached-file.ts';
import type { FilesModel } from './files-model.ts';

/** The progress of an upload, and a button to cancel it while that is possible. */
export function FilesProgress({ model, files }: { model: FilesModel; files: AttachedFile[] }): JSX.Element {
  return (
    <fieldset class="files" aria-label={words.sending}>
      <ul>
        {files.map((file) => {
          const percent = Math.floor((100 * (model.progress.value[file.id] ?? 0)) / file.bytes);
          return (
            <li key={file.id}>
              <div>
                <span class="name">{file.name}</span> <small>{percent}%</small>
                <progress aria-label={file.name} max={100} value={percent} />
              </div>
            </li>
          );
        })}
      </ul>
      {model.canStop.value && (
        <button type="button" onClick={model.stop}>
          {words.stop}
        </button>
      )}
    </fieldset>
  );
}
