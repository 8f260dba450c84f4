import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Drawn, drawAsShown } from '../../browser/draw-picture.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

interface Props {
  name: string;
  /** which of the thread's pictures it is, from 1, and of how many */
  place: number;
  of: number;
  /** null when it cannot be read now */
  read: () => Promise<Blob | null>;
  /** shows the next one, or the one before */
  step: (by: number) => void;
  onClose: () => void;
}

/** How much of the window a picture may be high. */
const TALLEST = 0.8;

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** A picture as large as it is, over the thread. Arrows go to the others, Esc goes back to its thumbnail. */
export function PictureViewer({ name, place, of, read, step, onClose }: Props): JSX.Element {
  const { files: w, noPicture, tooManyPixels } = words.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const state = useSignal<'' | Drawn>('');

  async function draw(): Promise<void> {
    const blob = await read();
    if (!canvas.current) return;
    state.value = blob ? await drawAsShown(blob, canvas.current, innerHeight * TALLEST) : 'unreadable';
  }

  useLayoutEffect(() => {
    dialog.current?.showModal();
    void draw();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-labelledby="viewer-title"
      onClose={onClose}
      onKeyDown={(event) => {
        const by = STEPS[pressedKey(event) ?? ''];
        if (by && of > 1) step(by);
      }}
    >
      <div class="viewer-head">
        <h2 id="viewer-title">
          {w.picture(place, of)} <bdi>{name}</bdi>
        </h2>
        {of > 1 && (
          <>
            <button type="button" aria-label={w.previous} aria-keyshortcuts="ArrowLeft" onClick={() => step(-1)}>
              <Icon of="back" />
            </button>
            <button type="button" aria-label={w.next} aria-keyshortcuts="ArrowRight" onClick={() => step(1)}>
              <Icon of="right" />
            </button>
          </>
        )}
        <button type="button" aria-label={w.close} onClick={() => dialog.current?.close()}>
          ×
        </button>
      </div>
      <p role="status">
        {state.value === 'unreadable' && noPicture}
        {state.value === 'pixels-exceeded' && tooManyPixels}
      </p>
      <canvas ref={canvas} hidden role="img" aria-label={name} />
    </dialog>
  );
}
