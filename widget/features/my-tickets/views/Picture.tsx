import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ticketWords as words } from '#words/my-tickets.ts';
import { words as panelWords } from '#words/panel.ts';
import { type Drawn, drawAsShown } from '../../../../browser/draw-picture.ts';
import { host } from '../../../../browser/host.ts';
import { pressedKey } from '../../../../browser/pressed-key.ts';
import { exceedsPixels } from '../../../../src/contract/files/picture-size-limit.ts';
import { Icon } from '../../../controls/Icon.tsx';

interface Props {
  name: string;
  bytes: number;
  /** in pixels, where the service knows them */
  width?: number | undefined;
  height?: number | undefined;
  /** null when it cannot be read now */
  read: () => Promise<Blob | null>;
}

/** Larger pictures are downloaded on request. */
const UNASKED_BYTES = 2e6;

/** How high a picture is among the messages, in CSS pixels: as the styles have it. */
const TALLEST_PX = 180;

/**
 * A picture of a thread. It is downloaded when it comes into view, or on request; a press enlarges it in a modal
 * dialog, which returns the focus. Esc closes the dialog and leaves the drawer open. One with too many pixels is never
 * downloaded to be shown.
 */
export function Picture({ name, bytes, width = 0, height = 0, read }: Props): JSX.Element {
  const state = useSignal<'' | 'loading' | 'unread' | Drawn>('');
  const button = useRef<HTMLButtonElement>(null);
  const small = useRef<HTMLCanvasElement>(null);
  const large = useRef<HTMLCanvasElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const file = useRef<Blob | null>(null);
  const isHere = state.value === 'drawn';

  async function show(): Promise<void> {
    if (state.peek() === 'loading') return;
    state.value = 'loading';
    file.current = await read();
    if (!small.current) return;
    state.value = file.current ? await drawAsShown(file.current, small.current, TALLEST_PX) : 'unread';
  }

  function press(): void {
    if (state.peek() !== 'drawn') show();
    else if (file.current && large.current) {
      dialog.current?.showModal();
      drawAsShown(file.current, large.current);
    }
  }

  /** Gives back the pixels of the enlarged picture. */
  function empty(): void {
    if (large.current) large.current.width = 0;
  }

  /** @returns a function that stops it */
  function watch(): () => void {
    const observer = new host.IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      show();
    });
    if (bytes <= UNASKED_BYTES && button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }

  useEffect(watch, []);

  if (exceedsPixels({ width, height })) return <small>{words.tooManyPixels}</small>;
  // One button in all states, so that the focus is never lost.
  return (
    <>
      <button
        type="button"
        ref={button}
        class={isHere ? 'picture' : ''}
        aria-label={isHere ? name : `${words.showPicture} ${name}`}
        onClick={press}
      >
        <canvas ref={small} hidden={!isHere} />
        {!isHere && words.showPicture}
      </button>
      <span role="status">
        {state.value === 'unread' && words.notDownloaded}
        {state.value === 'unreadable' && words.notDrawn}
        {state.value === 'pixels-exceeded' && words.tooManyPixels}
      </span>
      <dialog
        ref={dialog}
        class="drawer large"
        aria-label={name}
        onKeyDown={(event) => pressedKey(event) === 'Escape' && event.stopPropagation()}
        onClose={empty}
      >
        <div class="head">
          <strong>{name}</strong>
          <button type="button" class="close" aria-label={panelWords.close} onClick={() => dialog.current?.close()}>
            <Icon of="close" />
          </button>
        </div>
        <div class="content">
          <canvas ref={large} />
        </div>
      </dialog>
    </>
  );
}
