import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../../widget/drawer/mount.tsx';
import type { EmbedConfig } from '../../../widget/host-page/embed-config.ts';
import { words as toolWords } from '../../../widget/words/pl/beside-the-page.ts';
import { words } from '../../../widget/words/pl/panel.ts';
import { aPanel, statusKnown } from '../../support/widget-drawer.tsx';
import { aShopStatus } from '../../support/widget-nouns.ts';
import { serveShopStatus } from '../../support/widget-service.ts';

beforeEach(() => void serveShopStatus(aShopStatus()));

/** The drawer in this page, open; gone with the test. */
async function aDrawer(given: Pick<EmbedConfig, 'theme' | 'position'> = {}, isAskedFor = true) {
  const { panel, parts, config } = aPanel();
  const onClose = vi.fn();
  const drawer = mount({ panel, parts }, { ...config, ...given }, onClose);
  drawer.show(isAskedFor);
  await statusKnown(panel);
  const element = document.querySelector<HTMLElement>('[data-pomoc]') as HTMLElement;
  const seen = <T extends HTMLElement>(selector: string) => element.shadowRoot?.querySelector<T>(selector);
  return { panel, drawer, element, seen, onClose };
}

describe('the drawer is as dark as its panel', () => {
  test.each([
    ['a panel with dark letters', '#212529', 'light'],
    ['one with grey letters', '#777', 'light'],
    ['a dark panel', '#dee2e6', 'dark'],
    ['one of Bootstrap', 'rgb(173 181 189)', 'dark'],
  ])('%s', async (_, color, scheme) => {
    document.body.style.color = color;
    const { element, drawer } = await aDrawer();
    expect(element.dataset.pomoc).toBe(scheme);
    drawer.hide();
  });

  test('a panel that is switched takes it along', async () => {
    const { element, seen, drawer } = await aDrawer();
    await expect.poll(() => seen('.side')).toBeTruthy();
    document.body.style.color = '#eee';
    await expect.poll(() => element.dataset.pomoc).toBe('dark');
    drawer.hide();
  });

  test('unless its tag says otherwise', async () => {
    document.body.style.color = '#eee';
    const { element, drawer } = await aDrawer({ theme: 'light' });
    expect(element.dataset.pomoc).toBe('light');
    drawer.hide();
  });
});

test.each(['left', 'right'])(
  'the drawer goes to the other side by a press, and the next page has it there: %s',
  async (position) => {
    await page.viewport(1280, 800);
    const [begun, other] = position === 'left' ? ['left', 'right'] : ['right', 'left'];
    const first = await aDrawer({ position });
    const leftEdge = () => first.seen('.drawer')?.getBoundingClientRect().left;
    const before = leftEdge();
    expect(first.element.dataset.side).toBe(begun);
    await expect.poll(() => first.seen('.side')?.title).toBe(toolWords.move);
    first.seen('.side')?.click();
    expect(first.element.dataset.side).toBe(other);
    expect(leftEdge()).not.toBe(before);
    first.drawer.hide();
    const next = await aDrawer({ position });
    expect(next.element.dataset.side).toBe(other);
    await expect.poll(() => next.seen('.side')).toBeTruthy();
    next.seen('.side')?.click();
    expect(next.element.dataset.side).toBe(begun);
    next.drawer.hide();
  },
);

describe('after a page load on a phone', () => {
  beforeEach(() => page.viewport(390, 844));

  test('nothing covers the page where nothing was written', async () => {
    const { seen, drawer } = await aDrawer({}, false);
    await expect.poll(() => seen('.blocked')).toBeTruthy();
    expect(seen('button')).toBeNull();
    drawer.hide();
  });

  test('what was written waits behind a button that can be put away', async () => {
    const { panel, seen, drawer, onClose } = await aDrawer({}, false);
    panel.edit({ description: 'Nie działa koszyk' });
    await expect.poll(() => seen('.minimised')?.textContent).toContain(words.resume);
    seen('.minimised .close')?.click();
    expect(onClose).toHaveBeenCalledOnce();
    drawer.hide();
  });
});
