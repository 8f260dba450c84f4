import { render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Picture } from '../../../../../widget/features/my-tickets/views/Picture.tsx';
import { ticketWords as words } from '../../../../../widget/words/pl/my-tickets.ts';
import { words as panelWords } from '../../../../../widget/words/pl/panel.ts';
import { aPicture } from '../../../../support/widget-pictures.ts';

const NAME = 'zrzut.png';
const LARGE = 2_000_001;

/** The picture below so many pixels of something else. */
function show(read: () => Promise<Blob | null>, { bytes = 1000, above = 0 } = {}) {
  const reading = vi.fn(read);
  render(
    <main>
      <div style={`height:${above}px`} />
      <Picture name={NAME} bytes={bytes} read={reading} />
    </main>,
  );
  return reading;
}

const drawn = () => screen.findByRole('button', { name: NAME });
const unseen = () => screen.getByRole('button', { name: `${words.showPicture} ${NAME}` });

/** The colour in the middle of the left half of a canvas. */
function colourOf(canvas: HTMLCanvasElement | null): number[] {
  const { width = 4, height = 2 } = canvas ?? {};
  return [...(canvas?.getContext('2d')?.getImageData(width / 4, height / 2, 1, 1).data ?? [])].slice(0, 3);
}

test('a small one that is seen is downloaded and drawn, under its name', async () => {
  show(() => aPicture(40, 20));
  const canvas = (await drawn()).querySelector('canvas');
  expect([canvas?.width, canvas?.height, colourOf(canvas)]).toEqual([40, 20, [255, 0, 0]]);
});

test('one that nobody has scrolled to is not downloaded before', async () => {
  const reading = show(() => aPicture(40, 20), { above: 5000 });
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(reading).not.toHaveBeenCalled();
  unseen().scrollIntoView();
  await drawn();
  expect(reading).toHaveBeenCalledTimes(1);
});

test('a large one is downloaded when it is asked for; the focus stays', async () => {
  const reading = show(() => aPicture(40, 20), { bytes: LARGE });
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(reading).not.toHaveBeenCalled();
  await userEvent.click(unseen());
  expect(await drawn()).toBe(document.activeElement);
});

test.each([
  ['cannot be had now', async () => null],
  ['is no picture', async () => new Blob(['to nie obraz'], { type: 'image/png' })],
])('one that %s says so, and is tried again by a press', async (_what, first) => {
  let tries = 0;
  show(() => (tries++ === 0 ? first() : aPicture(40, 20)));
  await screen.findByText(words.notDownloaded);
  await userEvent.click(unseen());
  await drawn();
  expect(screen.queryByText(words.notDownloaded)).toBeNull();
});

test('one larger than any screen is drawn smaller', async () => {
  show(() => aPicture(5120, 20));
  expect((await drawn()).querySelector('canvas')?.width).toBe(2560);
});

test.each([
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['its button', () => userEvent.click(screen.getByRole('button', { name: panelWords.close }))],
])('pressed, it is shown alone; %s leads back to it, and the page hears nothing of the key', async (_way, leave) => {
  const heard = vi.fn();
  document.body.addEventListener('keydown', heard);
  show(() => aPicture(40, 20));
  const button = await drawn();
  await userEvent.click(button);
  const alone = screen.getByRole<HTMLDialogElement>('dialog', { name: NAME });
  expect(colourOf(alone.querySelector('canvas'))).toEqual([255, 0, 0]);
  await leave();
  expect([alone.open, document.activeElement, heard.mock.calls]).toEqual([false, button, []]);
  document.body.removeEventListener('keydown', heard);
});
