import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Attachments } from '../../../desk/views/Attachments.tsx';
import { loadPageWords, words } from '../../../desk/words/words.ts';
import { watchBitmaps } from '../../support/bitmaps.ts';
import { aPng } from '../../support/picture-headers.ts';
import { aPicture } from '../../support/widget-pictures.ts';

const FILE = { id: 'f', name: 'zrzut.png', type: 'image/png', bytes: 27_422 };

async function show(
  read: () => Promise<Blob | null>,
  ...others: Partial<typeof FILE & { width: number; height: number }>[]
) {
  await loadPageWords('files');
  const reading = vi.fn(read);
  const attachments = (others[0] ? others : [{}]).map((other, place) => ({ ...FILE, id: `f${place}`, ...other }));
  render(
    <div class="messages">
      <Attachments attachments={attachments} read={reading} />
    </div>,
  );
  return reading;
}

const thumbnail = (name = FILE.name) => screen.findByRole('button', { name: `${words.value.showPicture} ${name}` });

test('a picture is drawn by itself, decoded no larger than its box, and closed; a press shows all of it, Esc gives the focus back', async () => {
  const bitmaps = watchBitmaps();
  const reading = await show(() => aPicture(5000, 4000));
  const button = await thumbnail();
  const small = button.querySelector('canvas') as HTMLCanvasElement;
  await expect.poll(() => small.hidden).toBe(false);
  expect([small.clientWidth, small.clientHeight]).toEqual([120, 76]);
  expect(bitmaps.pixels()[0]).toBeLessThanOrEqual(122 * 98 * devicePixelRatio ** 2);
  fireEvent.click(button);
  const large = await screen.findByRole<HTMLCanvasElement>('img', { name: FILE.name });
  screen.getByRole('dialog', { name: `Obraz 1 z\u00a01 ${FILE.name}` });
  expect(large.clientHeight).toBeLessThanOrEqual(Math.ceil(innerHeight * 0.8));
  (screen.getByRole('dialog') as HTMLDialogElement).close();
  await expect.poll(() => document.querySelector('dialog')).toBeNull();
  await expect.poll(() => document.activeElement).toBe(button);
  await expect.poll(() => bitmaps.open()).toBe(0);
  expect(reading).toHaveBeenCalledOnce();
});

test('arrows go round the pictures of the thread, and the focus goes along', async () => {
  await show(() => aPicture(40, 30), { name: 'a.png' }, { name: 'b.gif' }, { name: 'c.txt', type: 'text/plain' });
  screen.getByRole('link', { name: /c\.txt/ });
  fireEvent.click(await thumbnail('b.gif'));
  fireEvent.keyDown(await screen.findByRole('dialog', { name: /Obraz 2 z\s2 b\.gif/ }), { key: 'ArrowRight' });
  fireEvent.keyDown(await screen.findByRole('dialog', { name: /Obraz 1 z\s2 a\.png/ }), { key: 'ArrowLeft' });
  const dialog = await screen.findByRole<HTMLDialogElement>('dialog', { name: /Obraz 2 z\s2 b\.gif/ });
  dialog.close();
  await expect.poll(() => document.activeElement).toBe(await thumbnail('b.gif'));
});

test('a large one is read when it is pressed', async () => {
  const reading = await show(() => aPicture(40, 30), { bytes: 9_000_000 });
  const button = await thumbnail();
  expect(reading).not.toHaveBeenCalled();
  fireEvent.click(button);
  await screen.findByRole('img', { name: FILE.name });
  expect(reading).toHaveBeenCalledOnce();
});

test('one that is known to have too many pixels is only offered for download', async () => {
  const reading = await show(async () => null, { width: 15_000, height: 15_000 });
  screen.getByText(words.value.tooManyPixels);
  expect([screen.queryByRole('button'), reading.mock.calls]).toEqual([null, []]);
  screen.getByRole('link');
});

test('one of before, whose size only its header tells, is not decoded', async () => {
  const bitmaps = watchBitmaps();
  await show(async () => new Blob([aPng(15_000, 15_000)], { type: 'image/png' }));
  fireEvent.click(await thumbnail());
  await screen.findByText(words.value.tooManyPixels);
  expect(bitmaps.asked()).toBe(0);
});

test('one that cannot be read says so, and is read again by the next press', async () => {
  const reading = await show(async () => null, { bytes: 9_000_000 });
  for (let press = 1; press < 3; press++) {
    fireEvent.click(await thumbnail());
    await screen.findByText(words.value.noPicture);
    expect(reading).toHaveBeenCalledTimes(press);
    (screen.getByRole('dialog') as HTMLDialogElement).close();
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
  }
});
