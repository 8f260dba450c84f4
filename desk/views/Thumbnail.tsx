import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Drawn, drawPicture } from '../../browser/draw-picture.ts';
import type { Attachment } from '../../src/contract/tickets/message.ts';
import { attachmentPath } from '../client/desk-client.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { MiddleCut } from './MiddleCut.tsx';
import { PictureViewer } from './PictureViewer.tsx';

interface Props {
  attachment: Attachment;
  describedBy?: string | undefined;
  /** null when it cannot be read now */
  read: (id: string) => Promise<Blob | null>;
}

/** The size of a thumbnail, in CSS pixels: as the styles have it. */
const BOX = { width: 120, height: 76 } as const;

/** How far below the thread a picture is read already, in CSS pixels. */
const NEAR_PX = 300;

/** Larger pictures are read when they are pressed. */
const UNASKED_BYTES = 3e6;

/**
 * A picture of a thread, small and cropped from its top left, where the words of an error stand. It is read when it comes
 * near, drawn on a canvas and never loaded as its own type; a press shows all of it over the thread.
 */
export function Thumbnail({ attachment: { id, name, bytes }, describedBy, read }: Props): JSX.Element {
  const w = words.value;
  const state = useSignal<'' | Drawn>('');
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const file = useRef<Promise<Blob | null> | null>(null);

  /** Reads it once, unless that failed. */
  async function readOnce(): Promise<Blob | null> {
    file.current ??= read(id);
    const blob = await file.current;
    if (!blob) file.current = null;
    return blob;
  }

  async function draw(): Promise<void> {
    const blob = await readOnce();
    if (blob && canvas.current) state.value = await drawCropped(blob, canvas.current);
  }

  useEffect(() => (bytes <= UNASKED_BYTES ? whenNear(button.current, () => void draw()) : undefined), []);

  /** Shows another picture of the thread in the place of this one; the focus is on its thumbnail afterwards. */
  function step(by: number): void {
    const all = picturesAround(button.current);
    const next = all[(all.indexOf(button.current as HTMLButtonElement) + by + all.length) % all.length];
    isOpen.value = false;
    next?.focus();
    next?.click();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="thumbnail"
        aria-label={`${w.showPicture} ${name}`}
        aria-haspopup="dialog"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <canvas ref={canvas} hidden={state.value !== 'drawn'} />
        {state.value !== 'drawn' && <Icon of="file" />}
      </button>
      <a href={attachmentPath(id)} download={name} aria-describedby={describedBy} aria-label={`${w.download} ${name}`}>
        <MiddleCut text={name} />
      </a>
      {isOpen.value && (
        <PictureViewer
          name={name}
          place={picturesAround(button.current).indexOf(button.current as HTMLButtonElement) + 1}
          of={picturesAround(button.current).length}
          read={readOnce}
          step={step}
          onClose={() => {
            isOpen.value = false;
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** The pictures of the thread, in its order. */
function picturesAround(button: HTMLButtonElement | null): HTMLButtonElement[] {
  return [...(button?.closest('.messages')?.querySelectorAll<HTMLButtonElement>('button.thumbnail') ?? [])];
}

/** Draws the top left of a picture, as much of it as fills the box; a smaller one stays as it is. */
async function drawCropped(file: Blob, canvas: HTMLCanvasElement): Promise<Drawn> {
  const dots = devicePixelRatio;
  const scaleOf = ({ width, height }: { width: number; height: number }) =>
    Math.min(1, Math.max(BOX.width / width, BOX.height / height)) * dots;
  let wanted = 0;
  return drawPicture(
    file,
    (size) => {
      wanted = size.width * scaleOf(size);
      return wanted;
    },
    (picture) => {
      canvas.width = BOX.width * dots;
      canvas.height = BOX.height * dots;
      const height = (picture.height * wanted) / picture.width;
      canvas.getContext('2d')?.drawImage(picture, 0, 0, wanted, height);
    },
  );
}

/** Calls once when an element comes near what is seen of its thread. @returns a function that stops it */
function whenNear(element: Element | null, call: () => void): (() => void) | undefined {
  if (!element) return undefined;
  const thread = element.closest('.thread');
  // On a phone the page scrolls, not the thread.
  const root = thread && getComputedStyle(thread).overflowY !== 'visible' ? thread : null;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      call();
    },
    { root, rootMargin: `${NEAR_PX}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
