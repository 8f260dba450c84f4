import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { host } from '../../../../browser/host.ts';
import type { EmbedConfig, PageSession } from '../../../host-page/embed-config.ts';
import { toLines } from '../../../host-page/facts.ts';
import { forgetShop, rememberShop } from '../../../host-page/known-shop.ts';
import { hasText } from '../../../outbox/draft.ts';
import type { Identity } from '../../../outbox/ticket-entry.ts';
import type { StoredStatus, WidgetStore } from '../../../outbox/widget-store.ts';
import type { TicketClient } from '../../../service/ticket-client.ts';
import type { DraftModel } from './draft-model.ts';
import type { ShopModel, Warning } from './shop-model.ts';
import type { Submission } from './submission-model.ts';

export interface ShopKeeperDeps {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  /** the panel's directory as it was known when its draft was opened */
  panelPath: string;
  shop: ShopModel;
  form: Pick<InstanceType<typeof DraftModel>, 'draft' | 'moveTo'>;
  submission: ReadonlySignal<Submission>;
  /** set by the keeper: what must be said before anything is sent */
  warning: Signal<Warning | null>;
}

export interface ShopKeeper {
  /**
   * Opens the session of a panel that signs, or keeps the one that is open: its shop outranks every other. That is done
   * when the drawer opens, too, and when the page brings a token.
   */
  sign: () => Promise<void>;
  /** A ticket of a shop was accepted. */
  sent: (named: Identity) => void;
  /** The same client, whose tickets go with the session of a panel that signs. */
  signing: (client: TicketClient) => TicketClient;
}

/**
 * Decides which shop a panel is of, and what of it is kept for other pages. *Known* is what the service recognised and a
 * person sent or chose. What only a page said is `recognised`, and forgotten when the service does not recognise it any
 * more; what is known stays until something better is found.
 */
export function keepShop({
  config,
  page,
  store,
  panelPath,
  shop,
  form,
  submission,
  warning,
}: ShopKeeperDeps): ShopKeeper {
  const { source, statusState } = shop;
  const directory = () => config.shopPath || config.panelPath;
  const isElsewhere = () => shop.status.peek()?.origin === 'other-shop';

  function remember(): void {
    source.value = 'known';
    rememberShop(directory(), shop.facts.peek(), 'known');
  }

  function judge(answer: StoredStatus): void {
    const from = source.peek();
    if (!answer.status.shop) lose();
    else if (!isElsewhere()) {
      if (from === 'typed' || from === 'lost') remember();
      store.change({ store: 'shops', key: config.panelPath, value: answer }).catch(() => {});
    }
  }

  function lose(): void {
    const from = source.peek();
    if (from === 'recognised') forgetShop(directory());
    else if (from === 'known') rememberShop(directory(), shop.facts.peek(), 'lost');
    else return;
    source.value = config.standing = 'lost';
    config.look?.(); // it gives way to what this page says
  }

  /** Draft and shop were kept for all pages of this origin until its panel was known. */
  async function move(directory?: string): Promise<void> {
    if (panelPath !== '/' || !directory || directory === '/') return;
    await form.moveTo(directory);
    const isThere = await store.get('drafts', directory).catch(() => undefined);
    if (isThere) store.change({ store: 'drafts', key: '/' }).catch(() => {});
  }

  /** What a page says comes too late for a person who has begun to enter the shop. */
  function learn(): void {
    const from = source.peek();
    if (config.standing === 'recognised' && (!from || from === 'lost') && !shop.question.peek()) {
      move(config.shopPath);
      shop.facts.value = config.facts;
      source.value = 'recognised';
      shop.ask();
    }
    if (config.isLearning) return;
    // Who is writing goes on: they are asked for the shop when they send.
    if (hasText(form.draft.peek()) && !shop.identity.peek())
      statusState.value = { ...statusState.peek(), isAsking: false };
    else shop.isLearning.value = false;
  }

  async function sign(): Promise<void> {
    if (!config.tokenUrl && !page.token && !page.session) return;
    const open = await import('../../../identity/open-session.ts').catch(() => null);
    const session = await open?.default(config, page);
    if (!session || !page.shop) {
      if (source.peek() === 'signed') source.value = 'tag'; // still the shop, and not to be remembered
      return;
    }
    await shop.settled();
    const isSame = shop.status.peek()?.shop?.supportNumber === page.shop.supportNumber;
    if (!isSame) shop.identify(page.shop, 'signed');
    else if (source.peek() !== 'signed') {
      shop.facts.value = { ...shop.facts.peek(), ...page.shop };
      source.value = 'signed';
    }
  }

  /** A number alone in the tag goes with the page's own address, as one on a page does, or with a known one. */
  function complete(): void {
    const { supportNumber, installUrl, facts } = config;
    if (!supportNumber || installUrl) return;
    const { origin, pathname } = host.location;
    const known = supportNumber === facts.supportNumber && facts.installUrl;
    shop.identify({ supportNumber, installUrl: known || origin + pathname.replace(/[^/]*$/, '') }, 'tag');
  }

  complete();
  for (const event of ['open', 'identify']) host.addEventListener(`sgpomoc:${event}`, () => page.isOpened && sign());
  if (page.isOpened) sign();
  config.onLearned = learn;
  learn();
  effect(() => {
    const { last, isFresh } = statusState.value;
    if (last && isFresh) judge(last);
  });
  effect(() => {
    const now = submission.value;
    const code = now.state === 'not-sent' && now.code;
    const status = shop.status.value;
    const isNeeded = code === 'signature-required' || status?.signature === 'required';
    if (code === 'shop-mismatch' || status?.origin === 'other-shop') warning.value = 'other-shop';
    else warning.value = isNeeded && source.value !== 'signed' ? 'signature' : null;
  });

  return {
    sign,
    sent(named) {
      const now = shop.identity.peek();
      const isHeld = /recognised|typed|lost/.test(source.peek() ?? '') && !isElsewhere();
      if (isHeld && now && toLines(now) === toLines(named)) remember();
    },
    signing: (client) => ({
      ...client,
      async openTicket(entry) {
        await sign();
        return client.openTicket(entry);
      },
    }),
  };
}
