import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { failureInWords, words } from '../words/pl/panel.ts';
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

/** What the head leads to. Pointing at it is enough for what stands behind it to be on its way. */
const PLACES = [
  ['', words.newTicket],
  ['list', words.myTickets],
] as const;

/** The drawer beside the panel's page: not modal, so that an error text can be copied while the form stays open. */
export function Drawer({ model, isMinimised, onClose, onRestore }: Props): JSX.Element {
  if (isMinimised.value) {
    return (
      <button type="button" class="minimised" onClick={onRestore}>
        {words.resume} {model.news.value?.words}
      </button>
    );
  }
  const take = model.transport.value?.takeFiles(model);
  return (
    <div
      class="drawer"
      role="dialog"
      aria-labelledby="title"
      tabIndex={-1}
      onPaste={take}
      onDragOver={take}
      onDrop={take}
    >
      <div class="head">
        <h1 id="title">{words.title}</h1>
        <button type="button" class="close" aria-label={words.close} onClick={onClose}>
          <Icon of="close" />
        </button>
        <div class="row places" onPointerOver={model.prepareRoom} onFocusIn={model.prepareRoom}>
          {PLACES.map(([to, label]) => (
            <button
              type="button"
              aria-current={!to === (!model.place.value || model.place.value === 'rules')}
              onClick={() => model.go(to)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      <div class="content" key={model.place.value}>
        <Content model={model} />
      </div>
    </div>
  );
}

function Content({ model }: { model: PanelModel }): JSX.Element {
  const Room = model.room.value;
  if (model.place.value) {
    if (Room) return <Room model={model} />;
    return Room === null ? <p role="alert">{failureInWords('unavailable')}</p> : <span class="spinner" />;
  }
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
