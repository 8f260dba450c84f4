import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createPart } from '../../widget/chunks/create-part.ts';
import lazyViews from '../../widget/chunks/later-chunk.ts';
import sendingChunk from '../../widget/chunks/sending-chunk.ts';
import { Drawer } from '../../widget/drawer/Drawer.tsx';
import { PanelModel } from '../../widget/drawer/panel-model.ts';
import attachments from '../../widget/features/attachments/attachments.tsx';
import type { EmbedConfig } from '../../widget/host-page/embed-config.ts';
import type { Facts } from '../../widget/host-page/facts.ts';
import { openWidgetStore } from '../../widget/outbox/widget-store.ts';
import type { MyTickets, Panel, ViewProps } from '../../widget/panel.ts';
import { lazyWords } from '../../widget/words/pl/lazy-views.ts';
import { formWords, words } from '../../widget/words/pl/panel.ts';
import { sendingWords } from '../../widget/words/pl/sending.ts';
import { aDraft, ZURAW } from './widget-nouns.ts';
import { API } from './widget-service.ts';
import { aPanelPath } from './widget-storage.ts';

/** The telephone that loaders of the tests carry. */
export const PHONE = '+48 22 000 00 00';

interface Page {
  facts?: Facts;
  panelPath?: string;
  /** false where what sending needs cannot be downloaded */
  canLoad?: boolean;
  /** the telephone in the loader */
  phone?: string;
}

/** A panel with the real models, client and database behind it. */
export function aPanel({
  facts = ZURAW,
  panelPath = aPanelPath(),
  canLoad = true,
  phone = PHONE,
}: Page = {}): ViewProps & {
  config: EmbedConfig;
} {
  vi.spyOn(Math, 'random').mockReturnValue(0); // tries follow one another without a pause
  const hours = 'mon-fri 08:00-16:00';
  const config = { api: API, email: 'zapas@shopgold.pl', phone, hours, facts, panelPath, launcher: 'auto' };
  const page = { context: {} };
  const store = openWidgetStore();
  const part = <T,>(open: () => T) =>
    createPart(async () => {
      if (!canLoad) throw new Error('the network is down');
      return open();
    });
  const parts = {
    sending: part(() => sendingChunk),
    lazyViews: part(() => lazyViews),
    myTickets: createPart<MyTickets>(() => Promise.reject(new Error('no test opens it here'))),
    attachments: part(() => attachments.openAttachments({ config, page, store, panel, faults: [] })),
  };
  const panel: Panel = new PanelModel({ config, page, store, announce: () => {}, ...parts });
  panel.restore();
  return { panel, parts, config };
}

/** Opens the drawer on a page of a panel. */
export function openDrawer(page: Page = {}): Panel {
  const { panel, parts } = aPanel(page);
  render(
    <Drawer
      panel={panel}
      parts={parts}
      isMinimised={signal(false)}
      Tools={signal()}
      onClose={() => {}}
      onRestore={() => {}}
    />,
  );
  return panel;
}

/** A text field of the drawer by its label. */
export function field(label: string): HTMLInputElement {
  return screen.getByLabelText<HTMLInputElement>(label);
}

/** The answer about the shop is here, and shown. */
export async function statusKnown(panel: Panel): Promise<void> {
  await expect.poll(() => panel.shop.statusState.value.isAsking).toBe(false);
}

/** Fills the form in as somebody at a keyboard would, with what the test wants otherwise. */
export async function fillIn(otherwise: Parameters<typeof aDraft>[0] = {}): Promise<void> {
  const { topic, subject, description, email } = aDraft(otherwise);
  await userEvent.fill(field(formWords.description), description);
  await screen.findByLabelText(sendingWords.subject);
  await userEvent.fill(field(sendingWords.subject), subject);
  await chooseTopic(topic);
  await userEvent.fill(field(words.email), email);
}

/** Chooses a topic in the place of the guessed one. */
export async function chooseTopic(topic: string): Promise<void> {
  const change = screen.queryByRole('button', { name: lazyWords.change });
  if (change) await userEvent.click(change);
  const choice = document.querySelector<HTMLInputElement>(`input[name=topic][value="${topic}"]`);
  if (!choice?.checkVisibility()) await userEvent.click(document.querySelector('.topics summary') as HTMLElement);
  await userEvent.click(choice as HTMLInputElement);
}

/** The topics in the list, in their order; none while it is closed. */
export function topicsToChoose(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=topic]')].map(({ value }) => value);
}

export async function send(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: formWords.send }));
}
