import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ticketWords as words } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';
import { host } from '../../../../browser/host.ts';
import type { Ticket } from '../../../../src/contract/tickets/read-ticket.ts';
import { Moment } from '../../../controls/Moment.tsx';
import type { ReplyModel } from '../models/reply-model.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { poll } from '../poll.ts';
import { Deadline } from './Deadline.tsx';
import { Helped, mayHaveHelped } from './Helped.tsx';
import { Loading } from './Loading.tsx';
import { MessageItem } from './MessageItem.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import { StatusChip } from './StatusChip.tsx';

interface Props {
  number: string;
  thread: ThreadModel;
  reply: ReplyModel;
  /** its heading: in the drawer under that of the drawer */
  Title: 'h1' | 'h2';
  /** the name that the page gives of who looks at it */
  me?: string | undefined;
  /** stands above all */
  children?: ComponentChildren;
}

/** The id of our last message; empty where there is none. */
function lastOfOurs(ticket: Ticket | null): string {
  return ticket?.messages.findLast(({ from }) => from === 'agent')?.id ?? '';
}

/** How near to the end, in pixels, a thread counts as scrolled to its end. */
const END_PX = 48;

/** One ticket: its status, its thread, and the form of a reply. */
export function ThreadView({ number, thread, reply, Title, me, children }: Props): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const ticket = thread.ticket.value;
  const state = thread.state.value;
  const messages = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(false);
  const count = useRef(0);
  /** our message that did not help, as they said */
  const dismissed = useSignal('');

  // Measured before drawing, applied after: a reader who scrolled up, or writes, is not moved.
  const scroller = (element.current?.getRootNode() as ParentNode | undefined)?.querySelector('.content');
  wasAtEnd.current = Boolean(scroller && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < END_PX);
  useLayoutEffect(() => {
    const now = ticket?.messages.length ?? 0;
    const before = count.current;
    count.current = now;
    if (now === before) return;
    if (before === 0) {
      const first = messages.current?.querySelector('[data-unread]') ?? messages.current?.lastElementChild;
      if (now > 1) first?.scrollIntoView({ block: 'start' });
    } else if (wasAtEnd.current) end.current?.scrollIntoView({ block: 'end' });
  });
  useEffect(() => poll(thread.refresh, () => Boolean(element.current?.isConnected)), []);

  /** A wheel turns in windows without the focus, too. */
  const attend = () => {
    if (host.document.hasFocus()) thread.attend();
  };

  const isAsked = ticket !== null && mayHaveHelped(ticket, reply, dismissed.value);
  const isStillWrong = dismissed.value !== '' && dismissed.value === lastOfOurs(ticket);

  function notHelped(): void {
    element.current?.querySelector('textarea')?.focus();
    dismissed.value = lastOfOurs(ticket);
    if (ticket?.moves.includes('in-progress')) reply.move('in-progress');
  }

  const arrived = thread.arrived.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nobody operates it; who is at work in it is noted
    <div class="form thread" ref={element} onPointerDown={attend} onKeyUp={attend} onWheel={attend}>
      {children}
      <div>
        <Title tabIndex={-1} data-landing>
          {ticket?.subject ?? `${words.ticket}\u00a0${number}`}
        </Title>
        {ticket && (
          <p>
            <small>
              {`nr\u00a0${number} · ${words.sentOn} `}
              <Moment at={ticket.receivedAt} />
            </small>
          </p>
        )}
      </div>
      <div role="status">
        {ticket && state !== 'gone' && (
          <p class="row">
            <StatusChip status={ticket.status} />
            <small>
              <Deadline {...ticket} />
              {ticket.status === 'solved' && ticket.helped && words.thanks}
            </small>
          </p>
        )}
        {ticket?.corrected && (
          <p class="notice">
            {words.topic} <strong>{ticket.corrected.topic}</strong> {ticket.corrected.note}
          </p>
        )}
        <Loading state={state} retry={thread.refresh} />
        {state === 'gone' && (
          <p class="notice warn">
            <strong>{bind(words.gone)}</strong> {bind(words.goneMore)}
          </p>
        )}
      </div>
      {ticket && (
        <ol class="messages" ref={messages}>
          {ticket.messages.map((message) => (
            <MessageItem
              key={message.id}
              message={message}
              me={me}
              isUnread={thread.firstUnread.value === message.id}
              readAttachment={thread.readAttachment}
            />
          ))}
        </ol>
      )}
      <div role="status">{arrived && `${words.arrived}: ${arrived.author ?? words.support}`}</div>
      {isAsked && <Helped reply={reply} onNo={notHelped} />}
      {state !== 'gone' && (
        <ReplyBox
          reply={reply}
          isPromised={ticket?.promised !== false}
          moves={(!isAsked && ticket?.moves) || []}
          hint={isStillWrong ? words.stillWrong : undefined}
        />
      )}
      <div ref={end} />
    </div>
  );
}
