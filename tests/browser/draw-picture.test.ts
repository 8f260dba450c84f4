import { describe, expect, test, vi } from 'vitest';
import { drawAsShown, drawPicture } from '../../browser/draw-picture.ts';
import { pictureSize } from '../../src/contract/files/picture-size.ts';
import { watchBitmaps } from '../support/bitmaps.ts';
import { aPng } from '../support/picture-headers.ts';
import { aPhoto, aPicture } from '../support/widget-pictures.ts';

const WALL = new Blob([aPng(15_000, 15_000)], { type: 'image/png' });

/** A canvas in a place of this width. */
function aPlace(width: number): HTMLCanvasElement {
  const place = document.createElement('div');
  place.style.width = `${width}px`;
  const canvas = place.appendChild(document.createElement('canvas'));
  canvas.style.maxWidth = '100%';
  canvas.hidden = true;
  document.body.append(place);
  return canvas;
}

describe('what the header says is what is decoded', () => {
  test.each([
    ['PNG', () => aPicture(123, 45)],
    ['JPEG', () => aPicture(123, 45, 'image/jpeg')],
    ['lossy WebP', () => aPicture(123, 45, 'image/webp')],
    ['photo that was held on its side', () => aPhoto(123, 45)],
  ])('of a %s', async (_what, make) => {
    const file = await make();
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    picture.close();
    expect(pictureSize(new Uint8Array(await file.arrayBuffer()))).toEqual({ width, height });
  });
});

test.each([
  ['a wall of 15,000 by 15,000', WALL, 'pixels-exceeded'],
  ['a text called a picture', new Blob(['to nie obraz'], { type: 'image/png' }), 'unreadable'],
  [
    'a drawing with a script',
    new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' }),
    'unreadable',
  ],
])('%s is never decoded', async (_what, file, outcome) => {
  const bitmaps = watchBitmaps();
  const canvas = aPlace(300);
  expect(await drawAsShown(file, canvas)).toBe(outcome);
  expect([bitmaps.asked(), canvas.hidden]).toEqual([0, true]);
});

test('a picture that is cut off is not drawn', async () => {
  const canvas = aPlace(300);
  expect([await drawAsShown(new Blob([aPng(20, 20)]), canvas), canvas.hidden]).toEqual(['unreadable', true]);
});

test.each([
  ['wider than its place', 900, 450, 400, undefined, [400, 200]],
  ['smaller than its place', 90, 30, 400, undefined, [90, 30]],
  ['higher than it may be', 300, 900, 400, 180, [60, 180]],
] as const)(
  'one %s is decoded and drawn at the size at which it is shown',
  async (_what, width, height, place, tallest, shown) => {
    vi.stubGlobal('devicePixelRatio', 1);
    const bitmaps = watchBitmaps();
    const canvas = aPlace(place);
    expect(await drawAsShown(await aPicture(width, height), canvas, tallest)).toBe('drawn');
    expect([canvas.clientWidth, canvas.clientHeight]).toEqual(shown);
    expect([canvas.width, canvas.height]).toEqual(shown);
    expect(bitmaps.pixels()).toEqual([shown[0] * shown[1]]);
    expect(bitmaps.open()).toBe(0);
    vi.unstubAllGlobals();
  },
);

test('a sharp screen gets as many pixels as it has, and never more than the picture', async () => {
  vi.stubGlobal('devicePixelRatio', 2);
  const canvas = aPlace(400);
  await drawAsShown(await aPicture(900, 300), canvas);
  expect([canvas.clientWidth, canvas.width]).toEqual([400, 800]);
  await drawAsShown(await aPicture(500, 300), canvas);
  expect([canvas.clientWidth, canvas.width]).toEqual([400, 500]);
  vi.unstubAllGlobals();
});

test('a picture is closed when what draws it fails', async () => {
  const bitmaps = watchBitmaps();
  const fails = drawPicture(
    await aPicture(4, 4),
    ({ width }) => width,
    () => Promise.reject(new Error('no canvas')),
  );
  await expect(fails).rejects.toThrow('no canvas');
  expect([bitmaps.asked(), bitmaps.open()]).toEqual([1, 0]);
});
