import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTACHMENTS } from '../../../src/contract/files/attachment-limits.ts';
import { pictureSize } from '../../../src/contract/files/picture-size.ts';
import { exceedsPixels } from '../../../src/contract/files/picture-size-limit.ts';
import { PNG } from '../../support/customer.ts';
import { aGif, aJpeg, aPng, aWebp, exif, exifOf, segment } from '../../support/picture-headers.ts';

const bytes = (...content: number[]) => new Uint8Array(content);
const comment = [0x21, 0xfe, 3, 0x2c, 0x2c, 0x2c, 2, 0x2c, 0, 0];
const control = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];

describe('the size of a picture is told by its header', () => {
  test.each([
    ['PNG', aPng(640, 480), 640, 480],
    ['PNG, whole', PNG, 1, 1],
    ['JPEG', aJpeg(640, 480), 640, 480],
    ['progressive JPEG', aJpeg(640, 480, [], 0xc2), 640, 480],
    [
      'JPEG with tables and a colour profile before it',
      aJpeg(640, 480, [
        ...segment(0xdb, [0, 0xff, 0xc0, 0xff]),
        ...segment(0xc4, [0, 0xff, 0xc2]),
        ...segment(
          0xe2,
          Array.from({ length: 60_000 }, () => 0xff),
        ),
      ]),
      640,
      480,
    ],
    ['JPEG with a thumbnail in its Exif', aJpeg(4000, 3000, segment(0xe1, exif(1))), 4000, 3000],
    ['JPEG that was held on its side', aJpeg(4000, 3000, segment(0xe1, exif(6))), 3000, 4000],
    [
      'JPEG that was held on its side, in the other order of bytes',
      aJpeg(4000, 3000, segment(0xe1, exif(8, true))),
      3000,
      4000,
    ],
    ['JPEG that was held upside down', aJpeg(4000, 3000, segment(0xe1, exif(3))), 4000, 3000],
    [
      'JPEG with bytes between its segments',
      aJpeg(640, 480, [...segment(0xe0, [1]), 0, 7, 0xff, 0xff, 0xff, 0xd0, 0xff, 0, 0xff, 1, 0xff, 0xd8]),
      640,
      480,
    ],
    ['JPEG of the last kind of frame', aJpeg(640, 480, [], 0xcf), 640, 480],
    [
      'JPEG with segments that hold nothing, and others that look like a frame',
      aJpeg(
        640,
        480,
        [0xe0, 0xbf, 0xc8, 0xcc].flatMap((marker) => [...segment(marker, []), ...segment(marker, [8, 0, 1, 0, 1, 1])]),
      ),
      640,
      480,
    ],
    [
      'JPEG whose Exif tells of other things first',
      aJpeg(
        4000,
        3000,
        segment(
          0xe1,
          exifOf([
            [256, 1],
            [274, 6],
          ]),
        ),
      ),
      3000,
      4000,
    ],
    [
      'JPEG whose Exif has a turn behind its end',
      aJpeg(
        4000,
        3000,
        segment(
          0xe1,
          exifOf(
            [
              [256, 9],
              [274, 6],
            ],
            false,
            1,
          ),
        ),
      ),
      4000,
      3000,
    ],
    ['JPEG whose Exif tells of no turn', aJpeg(4000, 3000, segment(0xe1, exifOf([[256, 9]]))), 4000, 3000],
    ['JPEG that was mirrored upside down', aJpeg(4000, 3000, segment(0xe1, exif(4))), 4000, 3000],
    ['JPEG with Exif where none belongs', aJpeg(4000, 3000, segment(0xe2, exif(6))), 4000, 3000],
    [
      'JPEG with something else where Exif belongs',
      aJpeg(4000, 3000, segment(0xe1, [...Buffer.from('http:/'), ...exif(6).slice(6)])),
      4000,
      3000,
    ],
    ['PNG, as far as its numbers', aPng(640, 480).subarray(0, 24), 640, 480],
    ['JPEG, as far as its numbers', aJpeg(640, 480).subarray(0, 11), 640, 480],
    ['GIF, as far as its numbers', aGif(640, 480).subarray(0, 22), 640, 480],
    ['GIF', aGif(640, 480), 640, 480],
    [
      'animated GIF with a comment and colours',
      aGif(640, 480, { extensions: [...comment, ...control], colours: 256 }),
      640,
      480,
    ],
    ['GIF whose first frame goes beyond its screen', aGif(1, 1, { first: [10, 20, 640, 480] }), 650, 500],
    ['lossy WebP', aWebp.lossy(640, 480), 640, 480],
    ['lossless WebP', aWebp.lossless(640, 480), 640, 480],
    ['lossless WebP as large as they may be', aWebp.lossless(16_384, 16_384), 16_384, 16_384],
    ['extended WebP', aWebp.extended(100_000, 480), 100_000, 480],
  ])('%s', (_what, content, width, height) => {
    expect(pictureSize(content)).toEqual({ width, height });
  });

  test.each([
    ['nothing', bytes()],
    ['a text', Buffer.from('to nie obraz, tylko tekst, dłuższy niż nagłówki')],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a PNG without its header', aPng(640, 480).fill(0, 12, 16)],
    ['a PNG without pixels', aPng(0, 480)],
    [
      'a JPEG whose pixels come before any frame',
      bytes(0xff, 0xd8, ...segment(0xda, [1, 2, 3, 4, 5, 6]), ...aJpeg(6, 4).subarray(2)),
    ],
    ['a JPEG that ends before any frame', bytes(0xff, 0xd8, 0xff, 0xd9, ...aJpeg(6, 4).subarray(2))],
    ['a JPEG that ends before what follows it', bytes(0xff, 0xd8, 0xff, 0xd9, 0, 2, ...aJpeg(6, 4).subarray(2))],
    ['a JPEG with a segment of no length', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0, ...aJpeg(6, 4).subarray(2))],
    ['a JPEG whose height comes later', aJpeg(640, 0)],
    ['a GIF without a frame', aGif(640, 480).subarray(0, 13)],
    ['a GIF that ends before any frame', aGif(640, 480).fill(0x3b, 13, 14)],
    ['a GIF whose first frame is not whole', aGif(1, 1, { first: [10, 20, 640, 480] }).subarray(0, 21)],
    ['a WebP that is none', aWebp.extended(640, 480).fill(0x20, 8, 12)],
    ['a WebP of no container', aWebp.extended(640, 480).fill(0x20, 0, 4)],
    ['a lossless WebP of another kind', aWebp.lossless(640, 480).fill(0x39, 14, 15)],
    ['a lossless WebP without its sign', aWebp.lossless(640, 480).fill(0, 20, 21)],
    ['a lossy WebP of another kind', aWebp.lossy(640, 480).fill(0x39, 14, 15)],
    ['a lossy WebP without its sign', aWebp.lossy(640, 480).fill(0, 23, 24)],
    ['a WebP of another kind', bytes(...Buffer.from('RIFF....WEBPVP9 '), ...Array.from({ length: 30 }, () => 9))],
    ['a film', Buffer.from('RIFF....AVI LIST........................')],
  ])('not by %s', (_what, content) => {
    expect(pictureSize(content)).toBeNull();
  });
});

test('a picture of 50 million pixels is accepted, of one more it is not', () => {
  expect(ATTACHMENTS.pixels).toBe(50_000_000);
  expect(exceedsPixels({ width: 10_000, height: 5000 })).toBe(false);
  expect(exceedsPixels({ width: 50_000_001, height: 1 })).toBe(true);
  expect(exceedsPixels({ width: 0xffff_ffff, height: 0xffff_ffff })).toBe(true);
});

describe('whatever the bytes are', () => {
  /** Bytes that are counted when they are read. */
  function counted(content: Uint8Array): { content: Uint8Array; reads: () => number } {
    let reads = 0;
    const get = (target: Uint8Array, name: string | symbol): unknown => {
      if (name === 'subarray') return (...range: [number, number?]) => new Proxy(target.subarray(...range), { get });
      if (typeof name === 'string' && /^\d+$/.test(name)) reads++;
      return Reflect.get(target, name, target);
    };
    return { content: new Proxy(content, { get }), reads: () => reads };
  }

  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    // What begins as a picture does, and goes on as it likes; the bytes that mean something stand there more often.
    fc
      .tuple(
        fc.constantFrom(
          aPng(9, 9).subarray(0, 8),
          bytes(0xff, 0xd8),
          aJpeg(9, 9, segment(0xe1, exif(6))).subarray(0, 30),
          aGif(9, 9).subarray(0, 13),
          aGif(9, 9, { colours: 2, extensions: [0x21, 0xfe] }).subarray(0, 21),
          aWebp.lossy(9, 9).subarray(0, 16),
          aWebp.extended(9, 9).subarray(0, 20),
        ),
        fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0xff, 0xe1, 0xc0, 0x21, 0x2c)), { maxLength: 2000 }),
      )
      .map(([begin, rest]) => bytes(...begin, ...rest)),
  );

  test('the answer is null or a size of at least one pixel, and each byte is read a few times at most', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const { content, reads } = counted(given);
        const size = pictureSize(content);
        if (size) expect([size.width, size.height].every((side) => Number.isInteger(side) && side > 0)).toBe(true);
        expect(reads()).toBeLessThanOrEqual(6 * given.length + 100);
      }),
      { seed: 12, numRuns: 2000 },
    );
  });

  test.each([
    ['of segments without content', [0xff, 0xd8, ...Array.from({ length: 50_000 }, () => segment(0xe1, [])).flat()]],
    ['of markers without end', [0xff, 0xd8, ...Array.from({ length: 200_000 }, () => 0xff)]],
    ['of Exif upon Exif', [0xff, 0xd8, ...Array.from({ length: 800 }, () => segment(0xe1, exif(1))).flat()]],
    [
      'of blocks of one byte',
      [...aGif(9, 9).subarray(0, 13), ...Array.from({ length: 50_000 }, () => [0x21, 0, 1, 7, 0]).flat()],
    ],
  ])('a picture %s is read in one go', (_what, given) => {
    const { content, reads } = counted(new Uint8Array(given));
    expect(pictureSize(content)).toBeNull();
    expect(reads()).toBeLessThanOrEqual(6 * given.length);
  });

  test('a picture that is cut anywhere tells its true size or none', () => {
    for (const whole of [
      aPng(640, 480),
      aJpeg(480, 640, segment(0xe1, exif(6))),
      aGif(640, 480, { extensions: [...comment, ...control], colours: 4 }),
      aWebp.lossy(640, 480),
      aWebp.lossless(640, 480),
      aWebp.extended(640, 480),
    ]) {
      for (let end = 0; end <= whole.length; end++)
        expect([null, { width: 640, height: 480 }]).toContainEqual(pictureSize(whole.subarray(0, end)));
    }
  });
});
