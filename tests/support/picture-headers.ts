/** Beginnings of pictures, as far as anybody must read them to know their size. */

const text = (words: string) => [...words].map((sign) => sign.charCodeAt(0));
const big = (value: number, length: number) =>
  Array.from({ length }, (_, i) => (value / 256 ** (length - 1 - i)) & 255);
const little = (value: number, length: number) => big(value, length).reverse();

export function aPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  // One bit for each pixel: what makes a wall of pixels small.
  const header = [...big(width, 4), ...big(height, 4), 1, 0, 0, 0, 0];
  return new Uint8Array([...text('\x89PNG\r\n\x1a\n'), ...big(13, 4), ...text('IHDR'), ...header, 0, 0, 0, 0]);
}

/** A segment of a JPEG with its marker and length. */
export const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  ...big(content.length + 2, 2),
  ...content,
];

/** What a camera writes, with a picture of its own within it: orientation 6 is turned to the right. */
export function exif(orientation: number, isLittle = false): number[] {
  return exifOf([[274, orientation]], isLittle);
}

/** @param told how many entries the list says it has */
export function exifOf(entries: [tag: number, value: number][], isLittle = false, told = entries.length): number[] {
  const [order, number] = isLittle ? ['II', little] : ['MM', big];
  const written = entries.flatMap(([tag, value]) => [
    ...number(tag, 2),
    ...number(3, 2),
    ...number(1, 4),
    ...number(value, 2),
    0,
    0,
  ]);
  const list = [...number(told, 2), ...written, ...number(0, 4)];
  return [...text('Exif\0\0'), ...text(order), ...number(42, 2), ...number(8, 4), ...list, ...aJpeg(160, 120)];
}

/**
 * @param before what stands before the frame
 * @param frame `0xc0` baseline, `0xc2` progressive
 */
export function aJpeg(
  width: number,
  height: number,
  before: readonly number[] = [],
  frame = 0xc0,
): Uint8Array<ArrayBuffer> {
  const sizes = [8, ...big(height, 2), ...big(width, 2), 1, 1, 0x11, 0];
  return new Uint8Array([0xff, 0xd8, ...before, ...segment(frame, sizes), ...segment(0xda, [1, 1, 0, 0, 63, 0])]);
}

/** @param first where the first frame stands, and how large it is */
export function aGif(
  width: number,
  height: number,
  {
    extensions = [],
    colours = 0,
    first = [0, 0, width, height],
  }: { extensions?: number[]; colours?: number; first?: number[] } = {},
): Uint8Array<ArrayBuffer> {
  const table = colours ? Array.from({ length: colours * 3 }, () => 0x2c) : [];
  const flags = colours ? 0x80 | (Math.log2(colours) - 1) : 0;
  const screen = [...little(width, 2), ...little(height, 2), flags, 0, 0];
  const frame = first.flatMap((value) => little(value, 2));
  return new Uint8Array([...text('GIF89a'), ...screen, ...table, ...extensions, 0x2c, ...frame, 0]);
}

const riff = (chunk: string, content: readonly number[]) =>
  new Uint8Array([
    ...text('RIFF'),
    ...little(content.length + 12, 4),
    ...text(`WEBP${chunk}`),
    ...little(content.length, 4),
    ...content,
  ]);

export const aWebp = {
  lossy: (width: number, height: number) =>
    riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(width | 0x4000, 2), ...little(height, 2), 0, 0]),
  lossless: (width: number, height: number) =>
    riff('VP8L', [0x2f, ...little((width - 1) | ((height - 1) << 14), 4), 0, 0, 0, 0, 0]),
  extended: (width: number, height: number) =>
    riff('VP8X', [0x10, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]),
};
