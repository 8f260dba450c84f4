import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Drawn } from '../../browser/draw-picture.ts';
import { label } from '../../browser/lists.ts';
import { sizeInWords } from '../../browser/size-in-words.ts';
import { exceedsPixels } from '../../src/contract/files/picture-size-limit.ts';
import type { Attachment } from '../../src/contract/tickets/message.ts';
import { attachmentPath } from '../client/desk-client.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

interface Props {
  attachment: Attachment;
  /** the id of what is said of the files, if something is */
  describedBy?: string | undefined;
  read: (id: string) => Promise<Blob | null>;
}

/** Loaded with the first picture that somebody asks for. */
const loadDrawing = async () => (await import('../../browser/draw-picture.ts')).drawAsShown;

/** How much of the window a picture may be high: as the styles have it. */
const TALLEST = 0.7;

/**
 * A file: a download, and a picture is drawn on a canvas on request, unless it has too many pixels. A file is never
 * loaded as its own type.
 */
export function AttachmentItem({ attachment, describedBy, read }: Props): JSX.Element {
  const { id, name, type, bytes, width = 0, height = 0 } = attachment;
  const w = words.value;
  const known = exceedsPixels({ width, height }) ? 'pixels-exceeded' : '';
  const state = useSignal<'' | 'loading' | Drawn>(known);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isShown = state.value === 'drawn';

  async function toggle(): Promise<void> {
    if (state.peek() === 'loading') return;
    if (state.peek() === 'drawn') {
      state.value = '';
      if (canvas.current) canvas.current.width = 0;
      return;
    }
    state.value = 'loading';
    const [blob, drawAsShown] = await Promise.all([read(id), loadDrawing().catch(() => null)]);
    const drawn =
      blob && drawAsShown && canvas.current && (await drawAsShown(blob, canvas.current, innerHeight * TALLEST));
    state.value = drawn ?? 'unreadable';
  }

  if (attachment.hindrance) {
    return (
      <li class="attachment">
        <Icon of="lock" />
        <bdi>{name}</bdi> <span class="muted">{label(w.hindrances, attachment.hindrance)}</span>
      </li>
    );
  }
  return (
    <li>
      <span class="attachment">
        <Icon of="file" />
        <a href={attachmentPath(id)} download={name} aria-describedby={describedBy}>
          {w.download} <bdi>{name}</bdi>
        </a>{' '}
        <span class="muted">{sizeInWords(bytes, w.locale)}</span>
        {type.startsWith('image/') && !known && (
          <button type="button" class="plain" aria-expanded={isShown} onClick={toggle}>
            {isShown ? w.hidePicture : w.showPicture}
          </button>
        )}
        <span role="status">
          {state.value === 'unreadable' && w.noPicture}
          {state.value === 'pixels-exceeded' && w.tooManyPixels}
        </span>
      </span>
      <canvas ref={canvas} hidden={!isShown} role="img" aria-label={name} />
    </li>
  );
}
