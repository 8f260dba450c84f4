import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { sizeInWords } from '../../browser/size-in-words.ts';
import type { Attachment } from '../../src/contract/tickets/message.ts';
import { attachmentPath } from '../client/desk-client.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

interface Props {
  attachment: Attachment;
  read: (id: string) => Promise<Blob | null>;
}

/** A file: a download, and a picture is drawn on a canvas on request. A file is never loaded as its own type. */
export function AttachmentItem({ attachment: { id, name, type, bytes }, read }: Props): JSX.Element {
  const w = words.value;
  const state = useSignal<'' | 'loading' | 'shown' | 'failed'>('');
  const canvas = useRef<HTMLCanvasElement>(null);

  async function toggle(): Promise<void> {
    if (state.peek() === 'shown') {
      state.value = '';
      return;
    }
    state.value = 'loading';
    const blob = await read(id);
    const picture = blob && (await createImageBitmap(blob).catch(() => null));
    state.value = picture && draw(picture, canvas.current) ? 'shown' : 'failed';
  }

  return (
    <li>
      <span class="attachment">
        <Icon of="file" />
        <a href={attachmentPath(id)} download={name}>
          {w.download} <bdi>{name}</bdi>
        </a>{' '}
        <span class="muted">{sizeInWords(bytes, w.locale)}</span>
        {type.startsWith('image/') && (
          <button type="button" class="plain" aria-expanded={state.value === 'shown'} onClick={toggle}>
            {state.value === 'shown' ? w.hidePicture : w.showPicture}
          </button>
        )}
        <span role="status">{state.value === 'failed' && w.noPicture}</span>
      </span>
      <canvas ref={canvas} hidden={state.value !== 'shown'} role="img" aria-label={name} />
    </li>
  );
}

function draw(picture: ImageBitmap, canvas: HTMLCanvasElement | null): boolean {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return false;
  canvas.width = picture.width;
  canvas.height = picture.height;
  context.drawImage(picture, 0, 0);
  picture.close();
  return true;
}
