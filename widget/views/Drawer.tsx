import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { words } from '../words/pl.ts';
import { EmailWayOut } from './EmailWayOut.tsx';
import { Icon } from './icons.tsx';
import { rareViews } from './rare.ts';
import { StatusLine } from './StatusLine.tsx';
import { TicketForm } from './TicketForm.tsx';

interface Props {
  model: PanelModel;
  /** on a phone, where the drawer covers the page, a page load brings it back as a button */
  isMinimised: Signal<boolean>;
  onClose: () => void;
  onRestore: () => void;
}

/** The drawer beside the panel's page: not modal, so that an error text can be copied while the form stays open. */
export function Drawer({ model, isMinimised, onClose, onRestore }: Props): JSX.Element {
  if (isMinimised.value) {
    return (
      <button type="button" class="minimised" onClick={onRestore}>
        {words.resume}
      </button>
    );
  }
  return (
    <div class="drawer" role="dialog" aria-labelledby="title">
      <div class="head">
        <h1 id="title">{words.title}</h1>
        <button type="button" class="close" aria-label={words.close} onClick={onClose}>
          <Icon of="close" />
        </button>
      </div>
      <div class="content">
        <Content model={model} />
      </div>
    </div>
  );
}

function Content({ model }: { model: PanelModel }): JSX.Element {
  const { state } = model.submission.value;
  const views = model.transport.value?.views;
  if (views && state === 'sent') return <views.Receipt model={model} />;
  if (views && 'entry' in model.submission.value) return <views.OnItsWay model={model} />;
  if (model.shop.isAsked.value) {
    const rare = rareViews(model);
    if (rare) return <rare.IdentityForm model={model} />;
    return rare === null ? <EmailWayOut model={model} /> : <span class="spinner" />;
  }
  return (
    <>
      <StatusLine model={model} />
      <TicketForm model={model} />
    </>
  );
}
