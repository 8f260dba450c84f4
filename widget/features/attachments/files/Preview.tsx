import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { drawPicture } from '../../../../browser/draw-picture.ts';
import type { AttachedFile } from '../../../../browser/files/attached-file.ts';
import { host } from '../../../../browser/host.ts';
import type { PictureSize } from '../../../../src/contract/files/picture-size-limit.ts';

/** Edge of a preview, in CSS pixels. */
const EDGE_PX = 56;

/** A small preview of a file, on a canvas: policies of panels forbid images from `blob:` addresses. */
export function Preview({ file, blobOf }: Props): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (file.type.startsWith('image/'))
      blobOf(file).then(
        (blob) => blob && draw(blob, canvas.current),
        () => {},
      );
  }, [file.id]);
  const edge = EDGE_PX * host.devicePixelRatio;
  return (
    <span class="preview" aria-hidden="true">
      {file.type.startsWith('image/') ? (
        <canvas ref={canvas} width={edge} height={edge} />
      ) : (
        /\.(\w+)$/.exec(file.name)?.[1]?.toUpperCase()
      )}
    </span>
  );
}

interface Props {
  file: AttachedFile;
  blobOf: (file: AttachedFile) => Promise<Blob | undefined>;
}

/** Draws the middle of the picture, filling the square. */
function draw(blob: Blob, canvas: HTMLCanvasElement | null): Promise<unknown> | null {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return null;
  const widest = ({ width, height }: PictureSize) => (canvas.width * width) / Math.min(width, height);
  return drawPicture(blob, widest, (picture) => {
    const { width, height } = picture;
    const edge = Math.min(width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, (width - edge) / 2, (height - edge) / 2, edge, edge, 0, 0, canvas.width, canvas.height);
  });
}
