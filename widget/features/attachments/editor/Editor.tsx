import { useSignal } from '@preact/signals';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { markName, markPlace, toolWords, editorWords as words } from '#words/editor.ts';
import { hiddenInWords } from '#words/files.ts';
import { bind } from '#words/panel.ts';
import { pressedKey } from '../../../../browser/pressed-key.ts';
import { Icon } from '../../../controls/Icon.tsx';
import { adoptStyles } from '../../../styles/adopt-styles.ts';
import { EditorCanvas } from './EditorCanvas.tsx';
import css from './editor.css?inline';
import { EditorModel } from './editor-model.ts';
import { flatten } from './flatten.ts';
import type { Tool } from './shape.ts';
import { TOOL_ICONS } from './tool-icons.ts';

type IconPath = (typeof TOOL_ICONS)[keyof typeof TOOL_ICONS];

/** What one press on a button enlarges by. */
const ZOOM_STEP = 1.5;

export interface EditorProps {
  picture: ImageBitmap;
  /** its media type */
  type: string;
  /** the picture with its marks, and how many places are hidden in it; null when editing was cancelled */
  onDone: (blob: Blob | null, hidden?: number) => void;
}

const adopt = adoptStyles(css);

const DIRECTIONS: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The editor that hides and points at things in a picture. Modal: it takes the whole window, and Esc closes it. */
export function Editor({ picture, type, onDone }: EditorProps): JSX.Element {
  const model = useMemo(() => new EditorModel({ width: picture.width, height: picture.height }), [picture]);
  const dialog = useRef<HTMLDialogElement>(null);
  const said = useSignal('');
  const id = useId();
  const shapes = model.shapes.value;

  useEffect(() => {
    adopt(dialog.current);
    dialog.current?.showModal();
  }, []);

  /** Esc closes an unchanged picture at once, and drops marks only when pressed again. */
  function cancel(event: Event): void {
    if (!shapes.length || said.peek() === words.sure) return;
    event.preventDefault();
    said.value = words.sure;
  }

  /** Esc belongs to this dialog: the drawer behind it stays open. */
  function guard(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
    const key = pressedKey(event);
    if (key === 'Escape') event.stopPropagation();
    if (!(event.ctrlKey || event.metaKey) || key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) model.redo();
    else model.undo();
  }

  function announce(index: number): void {
    const shape = model.shapes.peek()[index];
    if (shape) said.value = `${nameOf(index)}: ${markPlace(shape, picture)}`;
  }

  /** Each kind of mark is counted by itself. */
  function nameOf(index: number): string {
    const all = model.shapes.peek();
    const tool = all[index]?.tool ?? 'hide';
    return markName(tool, all.slice(0, index + 1).filter((shape) => shape.tool === tool).length);
  }

  function focusMark(index: number): void {
    setTimeout(() => {
      const mark = dialog.current?.querySelectorAll<HTMLElement>('[data-mark]')[index];
      (mark ?? dialog.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
    });
  }

  function onMarkKey(event: TargetedKeyboardEvent<HTMLButtonElement>, index: number): void {
    const key = pressedKey(event);
    const direction = DIRECTIONS[key];
    if (direction) {
      const step = event.ctrlKey ? 1 : Math.ceil(Math.max(picture.width, picture.height) / 100);
      model[event.shiftKey ? 'resize' : 'move'](index, direction[0] * step, direction[1] * step);
      announce(index);
    } else if (key === 'Delete' || key === 'Backspace') {
      remove(index);
    } else {
      return;
    }
    event.preventDefault();
  }

  function add(): void {
    const index = model.addInMiddle();
    announce(index);
    focusMark(index);
  }

  function remove(index: number): void {
    model.remove(index);
    said.value = words.removed;
    focusMark(Math.min(index, model.shapes.peek().length - 1));
  }

  const button = (label: string, icon: IconPath | '', onClick: () => void, isOff = false) => (
    <button type="button" class={icon && 'quiet'} aria-disabled={isOff} onClick={() => isOff || onClick()}>
      {icon && <Icon of={icon} />} {label}
    </button>
  );
  const zoom = (label: string, icon: IconPath, factor: number) => (
    <button type="button" class="quiet" title={label} onClick={() => model.enlarge(factor)}>
      <Icon of={icon} />
    </button>
  );
  return (
    <dialog
      ref={dialog}
      class="editor"
      aria-labelledby={`${id}t`}
      onCancel={cancel}
      onClose={() => onDone(null)}
      onKeyDown={guard}
    >
      <h2 id={`${id}t`}>{words.title}</h2>
      <small>{bind(words.hint)}</small>
      <div class="frame">
        <EditorCanvas model={model} picture={picture} />
      </div>
      <div class="row tools">
        {(Object.keys(toolWords) as Tool[]).map((tool) => (
          <button
            type="button"
            class="quiet"
            aria-pressed={model.tool.value === tool}
            onClick={() => {
              model.tool.value = tool;
            }}
          >
            <Icon of={TOOL_ICONS[tool]} /> {toolWords[tool][0]}
          </button>
        ))}
        {button(words.undo, TOOL_ICONS.undo, model.undo, !model.canUndo.value)}
        {button(words.redo, TOOL_ICONS.redo, model.redo, !model.canRedo.value)}
        {zoom(words.smaller, TOOL_ICONS.out, 1 / ZOOM_STEP)}
        <small>{`${Math.round(100 * model.zoom.value)}%`}</small>
        {zoom(words.larger, TOOL_ICONS.in, ZOOM_STEP)}
        <button type="button" class="keyed" data-add onClick={add}>
          {words.add}
        </button>
      </div>
      {shapes.length > 0 && (
        // Screen readers leave the arrow keys to an application.
        <div class="row marks" role="application" aria-label={words.marks}>
          {shapes.map((_, index) => (
            <button
              type="button"
              class="quiet"
              data-mark
              aria-pressed={model.selected.value === index}
              aria-describedby={`${id}k`}
              onFocus={() => {
                model.selected.value = index;
              }}
              onKeyDown={(event) => onMarkKey(event, index)}
            >
              {nameOf(index)}
            </button>
          ))}
          {model.selected.value >= 0 && button(words.remove, '', () => remove(model.selected.peek()))}
          <small id={`${id}k`}>{bind(words.keys)}</small>
        </div>
      )}
      <p role="status" class="said">
        {said.value}
      </p>
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={async () =>
            onDone(shapes.length > 0 ? await flatten(picture, shapes, type) : null, model.hidden.peek())
          }
        >
          {words.done}
        </button>
        {button(words.cancel, '', () => onDone(null))}
        {model.hidden.value > 0 && <small>{hiddenInWords(model.hidden.value)}</small>}
      </div>
    </dialog>
  );
}
