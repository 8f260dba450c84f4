import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { failureInWords, words } from '#words/panel.ts';
import { Icon } from '../controls/Icon.tsx';
import { EmailFallback } from '../features/ticket-form/views/EmailFallback.tsx';
import { StatusLine } from '../features/ticket-form/views/StatusLine.tsx';
import { TicketForm } from '../features/ticket-form/views/TicketForm.tsx';
import type { HeadView, Panel, ViewProps } from '../panel.ts';

interface Props extends ViewProps {
  /** on a phone, where the drawer covers the page, a page load reopens it as a button where something was written */
  isMinimised: Signal<boolean>;
  /** what comes into the head after the first frame */
  Tools: Signal<HeadView | undefined>;
  onClose: () => void;
  onRestore: () => void;
}

/** The routes in the head of the drawer. Pointing at them starts the download. */
const ROUTES = [
  ['', words.newTicket],
  ['list', words.myTickets],
] as const;

/** The drawer beside the panel's page: not modal, so that an error text can be copied while the form is open. */
export function Drawer({ panel, parts, isMinimised, Tools, onClose, onRestore }: Props): JSX.Element | null {
  const close = (
    <button type="button" class="close" aria-label={words.close} onClick={onClose}>
      <Icon of="close" />
    </button>
  );
  if (isMinimised.value) {
    return isWritten(panel) ? (
      <div class="minimised">
        <button type="button" onClick={onRestore}>
          {words.resume} {panel.unread.value?.words}
        </button>
        {close}
      </div>
    ) : null;
  }
  const views = parts.lazyViews.value;
  const take = views?.takeFiles({ panel, parts });
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
        {Tools.value && <Tools.value panel={panel} />}
        {close}
        <p class="row shop">{views ? <views.ShopLine panel={panel} parts={parts} /> : '\u00a0'}</p>
        <Routes panel={panel} parts={parts} />
      </div>
      <div class="content" key={panel.route.value}>
        <Content panel={panel} parts={parts} />
      </div>
    </div>
  );
}

/** Whether there is something to come back to: a text, a ticket on its way, a thread, which may have a reply, or an answer. */
function isWritten({ draft, submission, route, unread }: Panel): boolean {
  const { subject, description, files } = draft.value;
  return !!(unread.value || subject || description || files[0] || 'entry' in submission.value || route.value[5]);
}

/** The new ticket, and "Moje zgłoszenia". */
export function Routes({ panel, parts }: ViewProps): JSX.Element {
  const unread = panel.unread.value;
  return (
    <div class="row routes" onPointerOver={parts.myTickets.load} onFocusIn={parts.myTickets.load}>
      {ROUTES.map(([to, label]) => (
        <button
          type="button"
          title={to && unread ? unread.words : undefined}
          aria-current={!to === (!panel.route.value || panel.route.value === 'rules')}
          onClick={() => {
            parts.myTickets.load(); // once more, if an earlier download failed
            panel.navigate(to);
          }}
        >
          {label}
          {to && unread && <em> {unread.count}</em>}
        </button>
      ))}
    </div>
  );
}

/** What stands in the drawer, or in a form of ours in a page. */
export function Content(props: ViewProps): JSX.Element {
  const { panel, parts } = props;
  if (panel.route.value) {
    const myTickets = parts.myTickets.value;
    if (myTickets) return <myTickets.View {...props} />;
    return myTickets === null ? <p role="alert">{failureInWords('unavailable')}</p> : <span class="spinner" />;
  }
  const { state } = panel.submission.value;
  const views = parts.sending.value;
  if (views && state === 'sent') return <views.Receipt {...props} />;
  if (views && 'entry' in panel.submission.value) return <views.OnItsWay {...props} />;
  if (panel.shop.isAsked.value) {
    const more = parts.lazyViews.request();
    if (more) return <more.IdentityForm {...props} />;
    return more === null ? <EmailFallback {...props} /> : <span class="spinner" />;
  }
  return (
    <>
      <StatusLine {...props} />
      <TicketForm {...props} />
    </>
  );
}
