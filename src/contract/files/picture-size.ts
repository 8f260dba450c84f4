import type { PictureSize } from './picture-size-limit.ts';

type Read = (bytes: Uint8Array) => PictureSize | null;

/**
 * How large a picture is once it is decoded, by its header alone, and upright: a PNG, JPEG, GIF or WebP, whatever it is
 * called. Nothing is decoded, and no byte is read more than a few times, whoever wrote them.
 * @param bytes the file, or its beginning
 * @returns null when they do not tell: another format, a header that is not whole or holds no pixel
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const size = FORMATS.find(([begins]) => startsWith(bytes, 0, begins))?.[1](bytes);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

const FORMATS: readonly [begins: string, read: Read][] = [
  ['\x89PNG\r\n\x1a\n', pngSize],
  ['\xff\xd8', jpegSize],
  ['GIF8', gifSize],
  ['RIFF', webpSize],
];

/** The first chunk is `IHDR`: nothing may stand before it (PNG §5.6), in an animated one neither. */
function pngSize(bytes: Uint8Array): PictureSize | null {
  if (!startsWith(bytes, 12, 'IHDR') || bytes.length < 24) return null;
  return { width: number(bytes, 16, 4), height: number(bytes, 20, 4) };
}

/**
 * The first frame header tells (JPEG B.2.2). Its thumbnail stands within a segment, which is passed over. Bytes between
 * segments are skipped, as decoders do.
 */
function jpegSize(bytes: Uint8Array): PictureSize | null {
  let isOnItsSide = false;
  for (let at = 2; at < bytes.length; ) {
    while (at < bytes.length && bytes[at] !== 0xff) at++;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++] ?? 0;
    // Markers without a segment: a stuffed zero, restarts and the beginning.
    if (marker < 2 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    const length = number(bytes, at, 2);
    // The pixels or the end, before any frame.
    if (marker === 0xd9 || marker === 0xda || length < 2 || at + 7 > bytes.length) return null;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [number(bytes, at + 3, 2), number(bytes, at + 5, 2)];
      return isOnItsSide ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xe1) isOnItsSide ||= isTurned(bytes.subarray(at + 2, at + length));
    at += length;
  }
  return null;
}

/** Whether Exif says that the camera was held on its side (orientations 5 to 8 of TIFF's tag 274). */
function isTurned(segment: Uint8Array): boolean {
  if (!startsWith(segment, 0, 'Exif\0\0')) return false;
  const tiff = segment.subarray(6);
  const isLittle = startsWith(tiff, 0, 'II');
  const list = number(tiff, 4, 4, isLittle);
  for (let entries = number(tiff, list, 2, isLittle), at = list + 2; entries-- > 0 && at < tiff.length; at += 12)
    if (number(tiff, at, 2, isLittle) === 274) return number(tiff, at + 8, 2, isLittle) > 4;
  return false;
}

/** The screen, or the first frame where that goes beyond it: browsers make the picture as large as both. */
function gifSize(bytes: Uint8Array): PictureSize | null {
  const flags = bytes[10] ?? 0;
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  // Extensions, each of blocks that begin with their length, up to an empty one.
  while (bytes[at] === 0x21) {
    at += 2;
    while (bytes[at]) at += 1 + (bytes[at] ?? 0);
    at++;
  }
  if (bytes[at] !== 0x2c || at + 9 > bytes.length) return null;
  const side = (screen: number, frame: number) =>
    Math.max(number(bytes, screen, 2, true), number(bytes, frame, 2, true) + number(bytes, frame + 4, 2, true));
  return { width: side(6, at + 1), height: side(8, at + 3) };
}

/** The first chunk tells: lossy, lossless or extended (RFC 9649). */
function webpSize(bytes: Uint8Array): PictureSize | null {
  if (!startsWith(bytes, 8, 'WEBP') || bytes.length < 30) return null;
  if (startsWith(bytes, 12, 'VP8X'))
    return { width: number(bytes, 24, 3, true) + 1, height: number(bytes, 27, 3, true) + 1 };
  if (startsWith(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const bits = number(bytes, 21, 4, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (startsWith(bytes, 12, 'VP8 ') && startsWith(bytes, 23, '\x9d\x01\x2a'))
    return { width: number(bytes, 26, 2, true) & 0x3fff, height: number(bytes, 28, 2, true) & 0x3fff };
  return null;
}

/** Whether these characters stand there, one a byte. */
function startsWith(bytes: Uint8Array, at: number, characters: string): boolean {
  for (let i = 0; i < characters.length; i++) if (bytes[at + i] !== characters.charCodeAt(i)) return false;
  return true;
}

/** A number without a sign; bytes beyond the end are zeros. */
function number(bytes: Uint8Array, at: number, length: number, isLittle = false): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + (isLittle ? length - 1 - i : i)] ?? 0);
  return value;
}
