import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { AttachmentItem } from '../../../desk/views/AttachmentItem.tsx';
import { words } from '../../../desk/words/words.ts';
import { watchBitmaps } from '../../support/bitmaps.ts';
import { aPng } from '../../support/picture-headers.ts';
import { aPicture } from '../../support/widget-pictures.ts';

const FILE = { id: 'f', name: 'zrzut.png', type: 'image/png', bytes: 27_422 };

function show(read: () => Promise<Blob | null>, size: { width?: number; height?: number } = {}) {
  const reading = vi.fn(read);
  render(<AttachmentItem attachment={{ ...FILE, ...size }} read={reading} />);
  return reading;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a picture is drawn when it is asked for, decoded no larger than it is shown, and closed', async () => {
  const bitmaps = watchBitmaps();
  show(() => aPicture(5000, 4000));
  press(words.value.showPicture);
  await screen.findByRole('button', { name: words.value.hidePicture });
  const canvas = screen.getByRole<HTMLCanvasElement>('img', { name: FILE.name });
  expect(canvas.clientHeight).toBeLessThanOrEqual(Math.ceil(innerHeight * 0.7));
  const shown = canvas.clientWidth * (canvas.clientHeight + 1) * devicePixelRatio ** 2;
  expect(bitmaps.pixels()[0]).toBeLessThanOrEqual(shown);
  expect([bitmaps.asked(), bitmaps.open()]).toEqual([1, 0]);
  press(words.value.hidePicture);
  expect(canvas.width).toBe(0);
});

test('one that is known to have too many pixels is only offered for download', () => {
  const reading = show(async () => null, { width: 15_000, height: 15_000 });
  screen.getByText(words.value.tooManyPixels);
  expect([screen.queryByRole('button'), reading.mock.calls]).toEqual([null, []]);
  screen.getByRole('link');
});

test('one of before, whose size only its header tells, is not decoded', async () => {
  const bitmaps = watchBitmaps();
  show(async () => new Blob([aPng(15_000, 15_000)], { type: 'image/png' }));
  press(words.value.showPicture);
  await screen.findByText(words.value.tooManyPixels);
  expect(bitmaps.asked()).toBe(0);
});
