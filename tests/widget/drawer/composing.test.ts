import { beforeEach, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { createPart } from '../../../widget/chunks/create-part.ts';
import lazyViews from '../../../widget/chunks/later-chunk.ts';
import sendingChunk from '../../../widget/chunks/sending-chunk.ts';
import { mount } from '../../../widget/drawer/mount.tsx';
import { PanelModel } from '../../../widget/drawer/panel-model.ts';
import type { Attachments } from '../../../widget/features/attachments/attachments.tsx';
import type { EmbedConfig } from '../../../widget/host-page/embed-config.ts';
import { openWidgetStore } from '../../../widget/outbox/widget-store.ts';
import type { MyTickets } from '../../../widget/panel.ts';
import { aShopStatus, ZURAW } from '../../support/widget-nouns.ts';
import { API, serveShopStatus } from '../../support/widget-service.ts';
import { aPanelPath } from '../../support/widget-storage.ts';

beforeEach(() => void serveShopStatus(aShopStatus()));

/** The drawer in this page, with the cursor in the description. */
async function aDrawer() {
  const config: EmbedConfig = { api: API, email: '', facts: ZURAW, panelPath: aPanelPath(), launcher: 'auto' };
  const nobody = <T>() => createPart<T>(() => Promise.reject(new Error('nobody opens it here')));
  const parts = {
    sending: createPart(async () => sendingChunk),
    lazyViews: createPart(async () => lazyViews),
    myTickets: nobody<MyTickets>(),
    attachments: nobody<Attachments>(),
  };
  const store = openWidgetStore();
  const panel = new PanelModel({ config, page: { context: {} }, store, announce: () => {}, ...parts });
  const onClose = vi.fn();
  const drawer = mount({ panel, parts }, config, onClose);
  drawer.show(true);
  const root = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot)?.shadowRoot;
  // The drawer first puts the cursor into its first field: later that would end a composition.
  await expect.poll(() => root?.activeElement?.hasAttribute('data-first')).toBe(true);
  const description = root?.querySelector<HTMLTextAreaElement>('[name=description]');
  description?.focus();
  await expect.poll(() => root?.activeElement).toBe(description);
  return { drawer, onClose, description };
}

const ESCAPE = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27, nativeVirtualKeyCode: 27 };

test('Esc ends the composition of a letter, and the next one closes the drawer', async () => {
  const { drawer, onClose, description } = await aDrawer();
  await cdp().send('Input.imeSetComposition', { text: 'さくら', selectionStart: 3, selectionEnd: 3 });
  await expect.poll(() => description?.value).toBe('さくら');
  await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...ESCAPE });
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...ESCAPE });
  expect(onClose).not.toHaveBeenCalled();
  await cdp().send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  drawer.hide();
});

test('as Safari tells it: by the code of a key alone', async () => {
  const { drawer, onClose, description } = await aDrawer();
  const press = (keyCode: number) =>
    description?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode, bubbles: true, composed: true }));
  press(229);
  expect(onClose).not.toHaveBeenCalled();
  press(27);
  expect(onClose).toHaveBeenCalledTimes(1);
  drawer.hide();
});
