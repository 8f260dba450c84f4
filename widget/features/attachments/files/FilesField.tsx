import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hiddenInWords, problemWords, filesWords as words } from '#words/files.ts';
import { bind, failureInWords } from '#words/panel.ts';
import { drawPicture } from '../../../../browser/draw-picture.ts';
import type { AttachedFile } from '../../../../browser/files/attached-file.ts';
import { ACCEPTED, isPicture } from '../../../../browser/files/prepare-file.ts';
import { host } from '../../../../browser/host.ts';
import { AttachButton } from '../../../controls/AttachButtons.tsx';
import { canCapture } from '../../../controls/can-capture.ts';
import { Editor } from '../editor/Editor.tsx';
import { captureScreen } from './capture-screen.ts';
import { FileRow } from './FileRow.tsx';
import type { FilesModel } from './files-model.ts';

interface Props {
  model: FilesModel;
  /** the button that was pressed before this view was loaded: its action runs now */
  wanted: Signal<string>;
}

/** A picture being edited. */
interface Edited {
  file: AttachedFile;
  picture: ImageBitmap;
  /** called once the editor is gone: it may draw once more before */
  close: () => void;
}

/** The files of a ticket or a reply: buttons to add them, their states, and the editor that hides parts of pictures. */
export function FilesField({ model, wanted }: Props): JSX.Element {
  const said = useSignal('');
  const edited = useSignal<Edited | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLFieldSetElement>(null);
  const files = model.files.value;
  const notTaken = model.notTaken.value;
  const pictures = files.filter(({ type }) => isPicture(type));
  const isToBeHidden = pictures.some(({ hidden }) => !hidden);

  /** Focuses a button by its `data-do`: a removed button must not lose the focus. */
  const focus = (name: string) =>
    setTimeout(() => area.current?.querySelector<HTMLElement>(`[data-do="${name}"]`)?.focus());

  async function add(list: readonly File[]): Promise<void> {
    const before = model.files.peek().length;
    await model.add(list);
    const names = model.files.peek().slice(before);
    if (names.length > 0) said.value = `${words.added} ${names.map(({ name }) => name).join(', ')}`;
  }

  async function capture(): Promise<void> {
    const root = area.current?.getRootNode() as { host?: HTMLElement } | undefined;
    const file = await captureScreen(root?.host ?? null);
    focus('screen');
    if (!file) return;
    const before = model.files.peek().length;
    await add([file]);
    const added = model.files.peek()[before];
    if (added) await edit(added);
  }

  async function edit(file: AttachedFile): Promise<void> {
    const blob = await model.blobOf(file).catch(() => undefined);
    const drawn =
      blob &&
      (await drawPicture(
        blob,
        ({ width }) => width,
        (picture) =>
          new Promise<void>((close) => {
            edited.value = { file, picture, close };
          }),
      ));
    if (drawn !== 'drawn') said.value = failureInWords('unavailable');
  }

  async function finish(blob: Blob | null, hidden?: number): Promise<void> {
    const now = edited.peek();
    if (!now) return;
    let { file } = now;
    if (blob) {
      file = await model.replace(file, blob, hidden);
      said.value = `${words.edited} ${file.name}`;
    }
    edited.value = null;
    host.requestAnimationFrame(now.close);
    focus(`edit ${file.id}`);
  }

  function remove(file: AttachedFile): void {
    model.remove(file);
    said.value = `${words.removed} ${file.name}`;
    focus('file');
  }

  function raise(file: AttachedFile): void {
    model.raise(file);
    said.value = `${words.raised} ${file.name}`;
    focus(model.files.peek()[0] === file ? `remove ${file.id}` : `raise ${file.id}`);
  }

  useEffect(() => {
    if (wanted.value === 'file') picker.current?.click();
    if (wanted.value === 'screen' && canCapture()) capture();
    if (wanted.value) focus(wanted.value === 'screen' && canCapture() ? 'screen' : 'file');
    if (wanted.value !== 'facts') wanted.value = '';
  }, [wanted.value]);

  useEffect(() => () => edited.peek()?.close(), []);

  const input = (isCamera: boolean) => (
    <input
      ref={isCamera ? camera : picker}
      type="file"
      hidden
      multiple={!isCamera}
      accept={isCamera ? 'image/*' : ACCEPTED}
      {...(isCamera && { capture: 'environment' })}
      onChange={({ currentTarget }) => {
        add([...(currentTarget.files ?? [])]);
        currentTarget.value = ''; // the same file may be chosen again
      }}
    />
  );
  // Where fingers come first there is nothing to drop, and no Ctrl key.
  const isTouch = host.matchMedia('(pointer:coarse)').matches;
  return (
    <fieldset ref={area} class="files">
      <legend>{words.title}</legend>
      <small>{bind(words.limits)}</small>
      <p class="row extras">
        <AttachButton what="file" onClick={() => picker.current?.click()} />
        {canCapture() && <AttachButton what="screen" onClick={capture} />}
        {isTouch && (
          <button type="button" class="quiet" onClick={() => camera.current?.click()}>
            {words.camera}
          </button>
        )}
      </p>
      {input(false)}
      {input(true)}
      <small>{bind(isTouch ? words.onPhone : `${words.ways} ${canCapture() ? '' : words.noCapture}`)}</small>
      <ul>
        {files.map((file, index) => (
          <FileRow
            key={file.id}
            file={file}
            index={index}
            model={model}
            onEdit={() => edit(file)}
            onRemove={() => remove(file)}
            onRaise={() => raise(file)}
          />
        ))}
        {model.preparing.value.map((name) => (
          <li>
            <span class="spinner" /> {name} – {words.preparing}
          </li>
        ))}
      </ul>
      {pictures[0] && (
        <p class={`notice ${isToBeHidden ? 'warn' : 'good'}`}>
          {isToBeHidden ? bind(words.buyers) : hiddenInWords(pictures.reduce((sum, { hidden = 0 }) => sum + hidden, 0))}
        </p>
      )}
      {notTaken.length > 0 && (
        <div role="alert">
          {notTaken.map(({ name, problem }) => (
            <p class="error">
              {words.notTaken} {name} – {bind(problemWords[problem])}.
            </p>
          ))}
        </div>
      )}
      <small>{bind(words.when)}</small>
      <div role="status" class="unseen">
        {said.value}
      </div>
      {edited.value && <Editor picture={edited.value.picture} type={edited.value.file.type} onDone={finish} />}
    </fieldset>
  );
}
