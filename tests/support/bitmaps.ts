import { vi } from 'vitest';

/** Counts what is decoded from now on: how often it was asked for, with how many pixels, and what is not closed yet. */
export function watchBitmaps() {
  const made: ImageBitmap[] = [];
  const pixels: number[] = [];
  const decode = createImageBitmap;
  const asked = vi.spyOn(globalThis, 'createImageBitmap').mockImplementation(async (...source: unknown[]) => {
    const picture = await decode(...(source as [ImageBitmapSource]));
    made.push(picture);
    pixels.push(picture.width * picture.height);
    return picture;
  });
  return {
    asked: () => asked.mock.calls.length,
    pixels: () => pixels,
    // A closed one has no width.
    open: () => made.filter(({ width }) => width > 0).length,
  };
}
