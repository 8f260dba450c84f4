import { ATTACHMENTS } from './attachment-limits.ts';

/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Whether a picture is too large to be accepted or decoded. */
export function exceedsPixels({ width, height }: PictureSize): boolean {
  return width * height > ATTACHMENTS.pixels;
}
