import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { ticketWords as words } from '#words/my-tickets.ts';
import { words as panelWords } from '#words/panel.ts';
import { host } from '../../../../browser/host.ts';
import { Icon } from '../../../controls/Icon.tsx';
import { Presence } from './Presence.ts';

interface Props {
  name: string;
  bytes: number;
  /** null when it cannot be read now */
  read: () => Promise<Blob | null>;
}

/** Larger pictures are downloaded on request. */
const UNASKED_BYTES = 2e6;

/** The longest edge of a drawn picture, in pixels: a full screen stays readable. */
const LONGEST_EDGE_PX = 2560;

/**
 * A picture of a thread. It is downloaded when it comes into view, or on request; a press enlarges it in a modal
 * dialog, which returns the focus. Esc closes the dialog and leaves the drawer open.
 */
export function Picture({ name, bytes, read }: Props): JSX.Element {
  const picture = useSignal<ImageBitmap | null | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const small = useRef<HTMLCanvasElement>(null);
  const large = useRef<HTMLCanvasElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isHere = Boolean(picture.value);

  async function show(): Promise<void> {
    const blob = await read();
    picture.value = blob && (await createImageBitmap(blob).catch(() => null));
    draw(picture.peek(), small.current);
  }

  function press(): void {
    if (!picture.peek()) show();
    else {
      draw(picture.peek(), large.current);
      dialog.current?.showModal();
    }
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
      <Presence onMount={watch} />
      <span role="status">{picture.value === null && words.notDownloaded}</span>
      <dialog
        ref={dialog}
        class="drawer large"
        aria-label={name}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
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

/** Draws on a canvas: policies of panels forbid images from `blob:` addresses. */
function draw(picture: ImageBitmap | null | undefined, canvas: HTMLCanvasElement | null): void {
  if (!picture || !canvas) return;
  const scale = Math.min(1, LONGEST_EDGE_PX / Math.max(picture.width, picture.height));
  canvas.width = Math.ceil(picture.width * scale);
  canvas.height = Math.ceil(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
