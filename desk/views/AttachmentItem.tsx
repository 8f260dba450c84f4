import type { JSX } from 'preact';
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
}

/** Whether a file is drawn in the thread: a picture that can be had, and has not too many pixels. */
export function isDrawn({ type, hindrance, width = 0, height = 0 }: Attachment): boolean {
  return !hindrance && type.startsWith('image/') && !exceedsPixels({ width, height });
}

/** A file as a download; it is never loaded as its own type. */
export function AttachmentItem({ attachment, describedBy }: Props): JSX.Element {
  const { id, name, type, bytes, hindrance } = attachment;
  const w = words.value;
  if (hindrance) {
    return (
      <li class="attachment">
        <Icon of="lock" />
        <bdi>{name}</bdi> <span class="muted">{label(w.hindrances, hindrance)}</span>
      </li>
    );
  }
  return (
    <li class="attachment">
      <Icon of="file" />
      <a href={attachmentPath(id)} download={name} aria-describedby={describedBy}>
        {w.download} <bdi>{name}</bdi>
      </a>{' '}
      <span class="muted">{sizeInWords(bytes, w.locale)}</span>
      {type.startsWith('image/') && !isDrawn(attachment) && <span>{w.tooManyPixels}</span>}
    </li>
  );
}
