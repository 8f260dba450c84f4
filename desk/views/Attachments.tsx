import type { JSX } from 'preact';
import type { Attachment } from '../../src/contract/tickets/message.ts';
import { loadThumbnail } from '../pages/pages.ts';
import { AttachmentItem, isDrawn } from './AttachmentItem.tsx';
import { useLoaded } from './use-loaded.ts';

interface Props {
  attachments: readonly Attachment[];
  /** the id of what is said of the files, if something is */
  describedBy?: string | undefined;
  /** null when it cannot be read now */
  read: (id: string) => Promise<Blob | null>;
}

/** The files of a message: pictures small and side by side, everything else as downloads. */
export function Attachments({ attachments, describedBy, read }: Props): JSX.Element {
  const pictures = attachments.filter(isDrawn);
  const [loaded] = useLoaded(pictures.length > 0 ? 'thumbnail' : null, loadThumbnail);
  const Thumbnail = typeof loaded === 'object' ? loaded.part : null;
  const isMissing = loaded === 'failed';
  return (
    <>
      {pictures.length > 0 && !isMissing && (
        <ul class="thumbnails">
          {pictures.map((one) => (
            <li key={one.id}>{Thumbnail && <Thumbnail attachment={one} describedBy={describedBy} read={read} />}</li>
          ))}
        </ul>
      )}
      <ul class="attachments">
        {attachments
          .filter((one) => isMissing || !isDrawn(one))
          .map((one) => (
            <AttachmentItem key={one.id} attachment={one} describedBy={describedBy} />
          ))}
      </ul>
    </>
  );
}
