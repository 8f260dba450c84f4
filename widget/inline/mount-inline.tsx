import { effect } from '@preact/signals';
import { type JSX, render } from 'preact';
import { words } from '#words/panel.ts';
import { host } from '../../browser/host.ts';
import { memory } from '../../browser/store.ts';
import { Content, Routes } from '../drawer/Drawer.tsx';
import { land, openRoot } from '../drawer/own-root.ts';
import type { EmbedConfig } from '../host-page/embed-config.ts';
import { type Kept, openWidgetStore } from '../outbox/widget-store.ts';
import type { Assemble, ViewProps } from '../panel.ts';
import { adoptInto } from '../styles/adopt-into.ts';
import css from './inline.css?inline';

/**
 * Puts the form into the flow of a page that is no shop's panel: who writes names the shop, nothing of the page or of the
 * tag is used, and nothing outlives the page. On our own page, which nobody else can write into, drafts and tickets are
 * kept as in a panel. Until the page calls `destroy` it stands in the place of what was in the element.
 */
export async function mountInline(
  element: HTMLElement,
  { api, email, theme }: EmbedConfig,
  assemble: Assemble,
): Promise<void> {
  const isOurs = api === host.location.origin;
  const panelPath = isOurs ? '/zgloszenie#' : '#';
  const store = isOurs ? openWidgetStore() : memory<Kept>();
  const last = await store.get('shops', panelPath).catch(() => undefined);
  const props = assemble(
    { api, email, panelPath, facts: last ?? {}, standing: last && 'known', launcher: 'none', isInline: true },
    { context: {} },
    store,
    [],
  );
  const { panel, parts } = props;
  const [inside, root, colour] = openRoot(theme);
  const dark = host.matchMedia?.('(prefers-color-scheme: dark)');
  if (dark) dark.onchange = colour;
  inside.dataset.inline = '';
  adoptInto(root, css);
  // The page's own keys, such as one that leads to its search, are not meant where somebody types.
  for (const type of 'keydown keypress keyup'.split(' '))
    root.addEventListener(type, (event) => event.stopPropagation());

  // A view that is removed loses the focus: the next one gets it, unless the person has gone elsewhere.
  let isAtWork = false;
  for (const type of ['focusin', 'focusout'])
    root.addEventListener(type, (event) => {
      isAtWork = type === 'focusin' || !(event as FocusEvent).relatedTarget;
    });
  effect(() => {
    const view = [panel.submission.value.state, panel.shop.isAsked.value, panel.route.value, parts.myTickets.value];
    setTimeout(() => view && isAtWork && !root.activeElement && land(root));
  });

  render(<Inline {...props} />, root);
  const before = [...element.childNodes];
  element.replaceChildren(inside);
  element.dataset.pomocForm = '';
  host.addEventListener('sgpomoc:over', () => {
    render(null, root);
    element.replaceChildren(...before);
  });
  host.addEventListener('online', panel.resume);
  await panel.restore();
}

function Inline(props: ViewProps): JSX.Element {
  const { panel, parts } = props;
  const views = parts.lazyViews.value;
  // Where tickets are kept, the way to those of earlier visits stands beside the form.
  const isKept = panel.isDurable.value && !panel.shop.isAsked.value;
  const take = views?.takeFiles(props);
  return (
    <section class="inline" aria-label={words.title} onPaste={take} onDragOver={take} onDrop={take}>
      {(isKept || panel.route.value || panel.submission.value.state === 'sent') && <Routes {...props} />}
      <p class="row">{views && <views.ShopLine {...props} />}</p>
      <Content {...props} />
    </section>
  );
}
