import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { DeskHttp } from '../client/desk-http.ts';
import { lettersAreOn } from '../keys/letters.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import type { SessionModel } from '../models/session-model.ts';
import { loadBlockDialog, loadContactDialog, loadOutageToast } from '../pages/pages.ts';
import { momentInFull } from '../words/moments.ts';
import { loadPageWords, words } from '../words/words.ts';
import { Announcements } from './Announcements.tsx';
import { comeToList, FOCUS_TARGETS, followKeys } from './follow-keys.ts';
import { Later } from './Later.tsx';
import { ListPane } from './ListPane.tsx';
import { Page } from './Page.tsx';
import { TicketComing } from './TicketComing.tsx';
import { TopBar } from './TopBar.tsx';
import { tabIcon } from './tab-icon.ts';
import { loadTicketPart } from './ticket-part.ts';
import { UndoBars } from './UndoBars.tsx';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** Parts that most days need seldom or never. */
const loadAlarmRow = async () => {
  const [{ AlarmRow }] = await Promise.all([import('./AlarmRow.tsx'), loadPageWords('alarmAdvice')]);
  return AlarmRow;
};
const loadHome = async () => {
  const [{ Home }] = await Promise.all([import('./Home.tsx'), loadPageWords('home')]);
  return Home;
};
/** Whether there is room beside the list: a phone shows the list alone. */
const isWide = () => matchMedia('(min-width: 761px)').matches;
const loadKeysDialog = async () => {
  const [{ KeysDialog }] = await Promise.all([import('./KeysDialog.tsx'), loadPageWords('keyList')]);
  return KeysDialog;
};

interface Props {
  model: DeskModel;
  session: SessionModel;
  http: DeskHttp;
}

/** The desk: the lists, the open ticket, its shop; or a page. On a phone one of the three at a time. */
export function Desk({ model, session, http }: Props): JSX.Element {
  const blocking = model.blocking.value;
  const { page, id, number, pane } = model.router.route.value;
  useLayoutEffect(() => followKeys(model), []);
  const [part, again] = useLoaded(model.isCalm.value || number !== null ? 'ticket' : null, loadTicketPart);
  const subject = model.open.value?.ticket.ticket.value?.ticket.subject;
  const counts = model.lists.counts.value;
  // What is this agent's to do: their own tickets, and outages, which are everybody's.
  const urgent = counts ? counts.mine + counts.outages : 0;
  const here = page === null ? words.value.queue : label(words.value.headings, page, words.value.pages[page]);
  const title = `${urgent > 0 ? `(${urgent}) ` : ''}${number === null ? here : `${number} ${subject ?? ''}`}`;
  useEffect(() => {
    document.title = `${title} – ${words.value.product}`;
  }, [title]);
  const icon = tabIcon(urgent, (counts?.outages ?? 0) > 0);
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', icon);
  }, [icon]);
  return (
    <div
      class="desk"
      data-letters={lettersAreOn.value ? 'on' : 'off'}
      data-pane={page !== null ? 'page' : number === null ? 'list' : pane}
    >
      <button type="button" class="skip" onClick={() => document.getElementById(FOCUS_TARGETS.main)?.focus()}>
        {words.value.skip}
      </button>
      <TopBar model={model} session={session} />
      <Later wanted={model.alarms.alarms.value.length > 0 ? 'alarms' : null} load={loadAlarmRow} with={{ model }} />
      <Unsent model={model} />
      <Grace session={session} isThere={page === 'factors'} />
      <main id={FOCUS_TARGETS.main} tabIndex={-1}>
        {page === null ? (
          <Tickets model={model} part={part} again={again} />
        ) : (
          <Page name={page} model={model} http={http} id={id} onFactors={session.check} />
        )}
      </main>
      {(page !== null || number === null) && <UndoBars model={model} number={null} recipient={null} />}
      <Later wanted={model.newOutage.value} load={loadOutageToast} with={{ model }} />
      <Announcements model={model} />
      <Later wanted={blocking} load={loadBlockDialog} with={{ shops: blocking ?? [], model, http }} />
      <Later
        wanted={model.contacting.value ? 'contact' : null}
        load={loadContactDialog}
        with={{ model, http, open: model.open.value }}
      />
      <Later
        wanted={model.helpIsOpen.value ? 'keys' : null}
        load={loadKeysDialog}
        with={{ isOpen: model.helpIsOpen }}
      />
    </div>
  );
}

/** Until when the agent may do without a second factor; on the page where one is added, the page says it. */
function Grace({ session, isThere }: { session: SessionModel; isThere: boolean }): JSX.Element | null {
  const now = session.session.value;
  if (isThere || !('standing' in now) || now.standing.state !== 'grace' || !now.standing.until) return null;
  return (
    <aside class="notice warn unsent" aria-label={words.value.pages.factors}>
      {words.value.grace(momentInFull(now.standing.until))}{' '}
      <a href={routeAddress({ page: 'factors' })}>{words.value.graceLink}</a>
    </aside>
  );
}

/** Replies that did not get through after their ticket was left, shown on every page. */
function Unsent({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const unsent = model.unsent.value;
  const waiting = unsent.filter(({ why }) => why === 'waiting');
  return (
    <div role="alert">
      {waiting.length > 0 && (
        <p class="notice warn unsent">
          {w.unsent}{' '}
          {waiting.map(({ number }) => (
            <a key={number} href={routeAddress({ number })}>
              {number}
            </a>
          ))}
        </p>
      )}
      {unsent.map(
        ({ number, why }) =>
          why !== 'waiting' && (
            <p key={number} class="notice bad unsent">
              <a href={routeAddress({ number })}>{number}</a> {w.unsentWhy[why]}
            </p>
          ),
      )}
    </div>
  );
}

interface TicketsProps {
  model: DeskModel;
  /** what draws an open ticket */
  part: Loaded<string, Awaited<ReturnType<typeof loadTicketPart>>>;
  again: () => void;
}

function Tickets({ model, part, again }: TicketsProps): JSX.Element {
  const open = model.open.value;
  const isEmpty = model.lists.view.value !== 'found' && model.lists.isEmpty.value;
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!open) comeToList(last.current);
    last.current = open?.number ?? null;
  }, [open]);
  return (
    <>
      <ListPane model={model} />
      {open && typeof part === 'object' && <part.part model={model} open={open} />}
      {open && typeof part === 'string' && (
        <TicketComing model={model} number={open.number} hasFailed={part === 'failed'} again={again} />
      )}
      {!open && (
        <section class={isEmpty ? 'ticket-pane empty' : 'ticket-pane home-pane'} aria-label={words.value.ticket}>
          {isEmpty && <p>{words.value.noTicketYet}</p>}
          <Later wanted={isEmpty || !isWide() ? null : 'home'} load={loadHome} with={{ model }} />
        </section>
      )}
    </>
  );
}
