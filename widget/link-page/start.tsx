import { render } from 'preact';
import { host } from '../../browser/host.ts';
import { openWidgetStore } from '../outbox/widget-store.ts';
import { adoptInto } from '../styles/adopt-into.ts';
import { LinkPage } from './LinkPage.tsx';
import { takeLinkKey } from './link-key.ts';
import { LinkModel } from './link-model.ts';
import css from './link-page.css?inline';

/** Starts the page: in a shadow root, as the widget's styles are written for one. */
function start(): void {
  const element = host.document.querySelector<HTMLElement>('#page');
  if (!element) return;
  const root = element.attachShadow({ mode: 'open' });
  const dark = host.matchMedia('(prefers-color-scheme: dark)');
  const colour = () => {
    element.dataset.pomoc = dark.matches ? 'dark' : 'light';
  };
  dark.onchange = colour;
  colour();
  adoptInto(root, css);
  const api = host.location.origin;
  const vendor = { name: element.dataset.vendor ?? '', mark: element.dataset.mark ?? '' };
  render(
    <LinkPage vendor={vendor} link={new LinkModel(api, takeLinkKey())} store={openWidgetStore()} api={api} />,
    root,
  );
}

start();
