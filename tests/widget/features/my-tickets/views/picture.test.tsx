import { render, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Picture } from '../../../../../widget/features/my-tickets/views/Picture.tsx';
import { ticketWords as words } from '../../../../../widget/words/pl/my-tickets.ts';
import { words as panelWords } from '../../../../../widget/words/pl/panel.ts';
import { watchBitmaps } from '../../../../support/bitmaps.ts';
import { aPng } from '../../../../support/picture-headers.ts';
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
  ['cannot be had now', words.notDownloaded, async () => null],
  ['is no picture', words.notDrawn, async () => new Blob(['to nie obraz'], { type: 'image/png' })],
])('one that %s says so, and is tried again by a press', async (_what, said, first) => {
  let tries = 0;
  show(() => (tries++ === 0 ? first() : aPicture(40, 20)));
  await screen.findByText(said);
  await userEvent.click(unseen());
  await drawn();
  expect(screen.queryByText(said)).toBeNull();
});

test('however large it is, only what is shown is decoded, and nothing of it stays open', async () => {
  const bitmaps = watchBitmaps();
  show(() => aPicture(5120, 2000));
  const button = await drawn();
  await userEvent.click(button);
  await expect.poll(bitmaps.open).toBe(0);
  await expect.poll(() => bitmaps.pixels().length).toBe(2);
  const [small, large] = [button, screen.getByRole('dialog')].map((part) => part.querySelector('canvas'));
  for (const [i, canvas] of [small, large].entries()) {
    const { clientWidth = 0, clientHeight = 0 } = canvas ?? {};
    // The height of a bitmap is rounded up to a whole pixel.
    const most = clientWidth * devicePixelRatio * (clientHeight * devicePixelRatio + 1);
    expect(bitmaps.pixels()[i]).toBeLessThanOrEqual(most);
  }
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => large?.width).toBe(0);
  expect(bitmaps.open()).toBe(0);
});

describe('one with too many pixels is never decoded', () => {
  const wall = async () => new Blob([aPng(15_000, 15_000)], { type: 'image/png' });

  test('nor downloaded where the service told its size', () => {
    const reading = vi.fn(wall);
    render(<Picture name={NAME} bytes={1000} width={15_000} height={15_000} read={reading} />);
    screen.getByText(words.tooManyPixels);
    expect([screen.queryByRole('button'), reading.mock.calls]).toEqual([null, []]);
  });

  test('one of before, whose size only its header tells, says why it is not shown', async () => {
    const bitmaps = watchBitmaps();
    show(wall);
    await screen.findByText(words.tooManyPixels);
    expect(bitmaps.asked()).toBe(0);
  });
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
  await expect.poll(() => colourOf(alone.querySelector('canvas'))).toEqual([255, 0, 0]);
  await leave();
  expect([alone.open, document.activeElement, heard.mock.calls]).toEqual([false, button, []]);
  document.body.removeEventListener('keydown', heard);
});
