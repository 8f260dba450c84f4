import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { unreadInWords } from '#words/badge.ts';
import { whyOnlyHere, ticketWords as words } from '#words/my-tickets.ts';
import { bind, words as panelWords } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import { Moment } from '../../../controls/Moment.tsx';
import type { ViewProps } from '../../../panel.ts';
import type { ListModel, Row } from '../models/list-model.ts';
import { poll } from '../poll.ts';
import { Loading } from './Loading.tsx';
import { StatusChip } from './StatusChip.tsx';

/** The tickets that this browser may see, the newest first, after the unsent ones. */
export function TicketList({ list, ...props }: ViewProps & { list: ListModel }): JSX.Element {
  const { panel } = props;
  const element = useRef<HTMLDivElement>(null);
  const rows = list.rows.value;
  const state = list.state.value;
  const identityState = list.identityState.value;
  useEffect(() => poll(list.refresh, () => Boolean(element.current?.isConnected)), []);
  return (
    <div class="form" ref={element}>
      <h2 tabIndex={-1} data-landing>
        {panelWords.myTickets}
      </h2>
      {state !== 'loading' && (
        <p>{identityState === 'signed' ? words.all : `${bind(whyOnlyHere[identityState])} ${bind(words.onlyHere)}`}</p>
      )}
      <div role="status">
        <Loading state={state} retry={list.refresh} />
        {state === 'shown' && rows.length === 0 && (
          <p class="notice">
            <strong>{words.empty}</strong> {bind(words.emptyMore)}
          </p>
        )}
      </div>
      <ul class="tickets">
        <Unsent {...props} />
        {rows.map((row) => (
          <li key={row.number}>
            <TicketButton row={row} onPress={() => panel.navigate(row.number)} />
          </li>
        ))}
      </ul>
      {list.hasOlder.value && (
        <button type="button" onClick={list.older}>
          {words.older}
        </button>
      )}
    </div>
  );
}

function TicketButton({ row, onPress }: { row: Row; onPress: () => void }): JSX.Element {
  const { number, subject, corrected, status, unread, receivedAt } = row;
  return (
    <button type="button" class="ticket" onClick={onPress}>
      <span class="row apart">
        <strong>{subject}</strong>
        <small>
          <Moment at={receivedAt} />
        </small>
      </span>
      <small>
        {`nr\u00a0${number}`}
        {corrected && ` · ${corrected.topic}`}
      </small>
      <span class="row">
        {status && <StatusChip status={status} />}
        {unread > 0 && <em>{unreadInWords(unread)}</em>}
      </span>
    </button>
  );
}

/** The draft in the form, or the ticket that waits to be sent: without a number yet. */
function Unsent({ panel }: ViewProps): JSX.Element | null {
  const now = panel.submission.value;
  const { subject, description } = 'entry' in now ? now.entry.draft : panel.draft.value;
  if (!subject && !description) return null;
  const state = 'entry' in now ? sendingWords.paused : now.state === 'not-sent' ? panelWords.notSent : words.draft;
  return (
    <li>
      <button type="button" class="ticket" onClick={() => panel.navigate('')}>
        <strong>{subject || words.noSubject}</strong>
        <small>{state}</small>
      </button>
    </li>
  );
}
