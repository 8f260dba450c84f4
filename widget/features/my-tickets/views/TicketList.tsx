import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { unreadInWords } from '#words/badge.ts';
import { whyOnlyHere, ticketWords as words } from '#words/my-tickets.ts';
import { bind, words as panelWords } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import { Moment } from '../../../controls/Moment.tsx';
import type { ViewProps } from '../../../panel.ts';
import { type ListModel, type Row, waitsForReader } from '../models/list-model.ts';
import { poll } from '../poll.ts';
import { Loading } from './Loading.tsx';
import { StatusChip } from './StatusChip.tsx';

/** The tickets that this browser may see: after the unsent ones those that wait for the reader, then the others, the newest first. */
export function TicketList({ list, ...props }: ViewProps & { list: ListModel }): JSX.Element {
  const { panel } = props;
  const element = useRef<HTMLDivElement>(null);
  const rows = list.rows.value;
  const state = list.state.value;
  const identityState = list.identityState.value;
  useEffect(() => poll(list.refresh, () => Boolean(element.current?.isConnected)), []);
  const isOfShop = identityState === 'signed';
  const waiting = rows.filter(waitsForReader);
  const others = rows.filter((row) => !waitsForReader(row));
  const toItem = (row: Row) => (
    <li key={row.number}>
      <TicketButton row={row} onPress={() => panel.navigate(row.number)} />
    </li>
  );
  return (
    <div class="form" ref={element}>
      <h2 tabIndex={-1} data-landing>
        {panelWords.myTickets}
      </h2>
      {state !== 'loading' && (
        <p>{isOfShop ? words.all : `${bind(whyOnlyHere[identityState])} ${bind(words.onlyHere)}`}</p>
      )}
      <div role="status">
        <Loading state={state} retry={list.refresh} />
        {state === 'shown' && rows.length === 0 && (
          <p class="notice">
            <strong>{bind(isOfShop ? words.empty : words.emptyHere)}</strong>{' '}
            {bind(isOfShop ? words.emptyMore : words.elsewhere)}
          </p>
        )}
      </div>
      <ul class="tickets">
        <Unsent {...props} />
        {waiting.map(toItem)}
      </ul>
      {waiting[0] && others[0] && <h3>{words.others}</h3>}
      {others[0] && <ul class="tickets">{others.map(toItem)}</ul>}
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
