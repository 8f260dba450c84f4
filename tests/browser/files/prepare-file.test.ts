import { describe, expect, test } from 'vitest';
import { prepareFile } from '../../../browser/files/prepare-file.ts';
import { FileName } from '../../../src/contract/files/attachment-fields.ts';
import { ATTACHMENTS } from '../../../src/contract/files/attachment-limits.ts';
import { problemWords } from '../../../widget/words/pl/files.ts';
import { watchBitmaps } from '../../support/bitmaps.ts';
import { aGif, aPng } from '../../support/picture-headers.ts';
import { aPhoto, aPicture, look } from '../../support/widget-pictures.ts';

async function prepared(file: File) {
  const outcome = await prepareFile(file);
  if (outcome.outcome === 'refused') throw new Error(outcome.problem);
  return outcome;
}

describe('a photo', () => {
  test('is sent upright, and without the place where it was taken', async () => {
    const photo = await aPhoto(400, 200);
    expect(await photo.text()).toContain('52.2297N');
    const { blob, type, name } = await prepared(photo);
    expect(await blob.text()).not.toMatch(/Exif|52\.2297N/);
    expect([type, name]).toEqual(['image/jpeg', 'IMG_0001.jpeg']);
    // Held turned to the right: what the sensor saw on the left is on top.
    const seen = await look(blob, [0.5, 0.25]);
    expect([seen.width, seen.height, seen.colour[0] ?? 0, seen.colour[2] ?? 255]).toEqual([
      200,
      400,
      expect.toSatisfy((red: number) => red > 240),
      expect.toSatisfy((blue: number) => blue < 15),
    ]);
  });

  test('larger than anybody needs is made smaller, its shape kept', async () => {
    const bitmaps = watchBitmaps();
    const { blob } = await prepared(await aPicture(4000, 1000, 'image/jpeg', 'a.jpg'));
    expect(await look(blob, [0, 0])).toMatchObject({ width: 2560, height: 640 });
    expect(bitmaps.pixels()[0]).toBe(2560 * 640);
  });
});

test('a screenshot stays what it is, to the pixel', async () => {
  const { blob, type } = await prepared(await aPicture(1280, 720));
  expect(type).toBe('image/png');
  expect(await look(blob, [0.499, 0.5])).toEqual({ width: 1280, height: 720, colour: [255, 0, 0] });
});

test.each([
  ['image/webp', 'z.webp', 'image/webp', 'z.webp'],
  ['image/png', 'telefon.JPG', 'image/png', 'telefon.png'],
  ['image/png', 'image.png', 'image/png', 'wklejony-obraz.png'],
])('%s named %s is sent as %s named %s', async (type, name, sentType, sentName) => {
  const { type: newType, name: newName } = await prepared(await aPicture(10, 10, type, name));
  expect([newType, newName]).toEqual([sentType, sentName]);
});

test.each(['zdjecie.jfif', 'a.JPE', 'b.pjpeg', 'c.pjp', 'd.jpg'])(
  '%s is a photo, also where the browser does not know it: it loses the place where it was taken',
  async (name) => {
    for (const type of ['image/jpeg', '']) {
      const sent = await prepared(new File([await aPhoto(40, 20)], name, { type }));
      expect([sent.type, sent.name]).toEqual(['image/jpeg', name.replace(/\.\w+$/, '.jpg')]);
      expect(await sent.blob.text()).not.toContain('52.2297N');
    }
  },
);

test.each(['a.gif', 'b.pdf', 'c.txt', 'd.LOG', 'e.csv', 'f.xml', 'g.zip'])('%s is sent byte for byte', async (name) => {
  const file = new File(['treść'], name, { type: name === 'a.gif' ? 'image/gif' : '' });
  const { blob, name: sentName } = await prepared(file);
  expect([await blob.text(), sentName]).toEqual(['treść', name]);
});

test('who picks a photo of an iPhone is told how to get one that is taken', () => {
  expect(problemWords.heic).toMatch(/HEIC.*JPG.*zrzut ekranu/);
  expect(problemWords['picture-kind']).toMatch(/JPG.*zrzut ekranu/);
});

describe('refused here, before anything is sent', () => {
  test.each([
    ['a program', new File(['x'], 'a.exe'), 'kind'],
    ['a file without an ending', new File(['x'], 'README'), 'kind'],
    ['a drawing that may run scripts', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }), 'kind'],
    ['a photo of an iPhone', new File(['x'], 'IMG_0001.HEIC', { type: 'image/heic' }), 'heic'],
    ['one whose kind the browser does not know', new File(['x'], 'IMG_0001.heif'), 'heic'],
    ['a picture of another kind', new File(['x'], 'skan.tiff', { type: 'image/tiff' }), 'picture-kind'],
    ['one that the browser does not know', new File(['x'], 'a.bmp'), 'picture-kind'],
    ['an empty file', new File([], 'a.txt'), 'empty'],
    ['one byte too many', new File([new Uint8Array(ATTACHMENTS.fileBytes + 1)], 'a.zip'), 'too-large'],
    ['a picture that is none', new File(['x'], 'a.png', { type: 'image/png' }), 'unreadable'],
    [
      'a picture of 27 kB and 225 million pixels',
      new File([aPng(15_000, 15_000)], 'a.png', { type: 'image/png' }),
      'pixels-exceeded',
    ],
    [
      'a moving picture of as many',
      new File([aGif(15_000, 15_000)], 'a.gif', { type: 'image/gif' }),
      'pixels-exceeded',
    ],
  ])('%s', async (_what, file, problem) => {
    const bitmaps = watchBitmaps();
    expect(await prepareFile(file)).toEqual({ outcome: 'refused', problem });
    expect(bitmaps.asked()).toBe(0);
  });

  test('but not the largest file there may be', async () => {
    const file = new File([new Uint8Array(ATTACHMENTS.fileBytes)], 'a.zip');
    expect(await prepareFile(file)).toMatchObject({ outcome: 'prepared' });
  });
});

test.each([
  ['white space and control characters', ' a\n\tb\u0007 .txt', 'a b.txt'],
  ['half a character', 'a\ud83d.txt', 'a\ufffd.txt'],
  ['300 letters', `${'ż'.repeat(300)}.log`, `${'ż'.repeat(249)}.log`],
])('a name of %s becomes one the service takes', async (_what, name, expected) => {
  const { name: sentName } = await prepared(new File(['x'], name));
  expect(sentName).toBe(expected);
  expect(FileName.safeParse(sentName).success).toBe(true);
});
