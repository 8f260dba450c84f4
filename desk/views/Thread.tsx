import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { dayInWarsaw } from '../../browser/warsaw.ts';
import type { DeskLetter, DeskMessage, DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { loadMailFacts } from '../pages/pages.ts';
import { loadPageWords, words } from '../words/words.ts';
import { Later } from './Later.tsx';
import { Letter } from './Letter.tsx';
import { MessageItem } from './MessageItem.tsx';
import { NotLoaded } from './NotLoaded.tsx';
import { useLoaded } from './use-loaded.ts';

/** The history comes after the thread: no list waits for it. */
async function loadAudit() {
  const [{ Audit }] = await Promise.all([import('./Audit.tsx'), loadPageWords('history')]);
  return Audit;
}

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

const NONE: readonly DeskLetter[] = [];

/**
 * The message that what is new begins with; none where all or nothing was read, nor where only we wrote.
 * @param read how many messages of the thread were read
 */
function firstUnread(messages: readonly DeskMessage[], read: number): DeskMessage | undefined {
  const unread = messages.filter(({ position }) => position !== null && position > read);
  return read > 0 && unread.some(({ kind }) => kind === 'customer') ? unread[0] : undefined;
}

/** How near to the end, in pixels, a thread counts as scrolled to its end. */
const END_PX = 80;

/** The messages, the oldest first, followed by the diagnostics and the audit trail. */
export function Thread({ model, open, ticket }: Props): JSX.Element {
  const w = words.value;
  const scroller = useRef<HTMLElement>(null);
  const count = useRef(0);
  const { messages } = ticket;
  const going = open.composer.going.value;
  const shown = messages.length + (going ? 1 : 0);
  const before = scroller.current;
  const wasAtEnd = before ? before.scrollHeight - before.scrollTop - before.clientHeight < END_PX : true;

  // A reader who scrolled up is not moved when a message comes.
  useLayoutEffect(() => {
    const element = scroller.current;
    const isFirst = count.current === 0;
    count.current = shown;
    const line = isFirst && messages.length > 1 ? element?.querySelector('.read-line') : null;
    if (line) line.scrollIntoView({ block: 'start' });
    else if (isFirst || wasAtEnd)
      element?.querySelector('.messages > :last-child')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  // Times of messages change only with the day: otherwise every tick would draw all of them again.
  const now = useRef(model.now.value);
  if (dayInWarsaw(now.current) !== dayInWarsaw(model.now.value)) now.current = model.now.value;

  // The same for each message as before, unless they changed: whatever has the same props is not drawn again.
  const letters = useMemo(() => {
    const at = new Map<number, DeskLetter[]>();
    for (const letter of ticket.letters) at.set(letter.message, [...(at.get(letter.message) ?? NONE), letter]);
    return at;
  }, [ticket.letters]);
  const resend = useCallback(
    (letter: number) => void open.ticket.change({ kind: 'resend', body: {} }, `${letter}`),
    [open],
  );
  const hasMail = ticket.letters.length > 0 || messages.some(({ via }) => via !== null);
  const [mail, again] = useLoaded(hasMail ? 'mail' : null, loadMailFacts);
  const { diagnostics, outageFacts } = ticket.ticket;
  const seen = open.ticket.seenBefore.value;
  const firstNew = firstUnread(messages, seen?.messages ?? 0);
  const seenByReply = open.composer.isBehind.value ? open.composer.seen.value : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keys
    <section class="thread" ref={scroller} tabIndex={0} aria-label={w.thread}>
      {outageFacts.length > 0 && (
        <p class="notice outage-facts">
          <strong>{w.outageFacts}:</strong> {outageFacts.map((fact) => label(w.facts, fact)).join(', ')}
        </p>
      )}
      <ol class="messages">
        {messages.flatMap((message) => [
          message === firstNew && (
            <li key="read" class="read-line">
              <span>{seen?.isMine ? w.readByMe : w.readByTeam}</span>
            </li>
          ),
          <MessageItem
            key={message.id}
            message={message}
            now={now.current}
            isUnseenByReply={message.position !== null && seenByReply !== null && message.position > seenByReply}
            isSeenByCustomer={
              message.kind === 'agent' && message.position !== null && message.position <= ticket.ticket.customerSeen
            }
            mail={typeof mail === 'object' ? mail.part : null}
            letters={letters.get(message.id) ?? NONE}
            resend={resend}
            channel={ticket.ticket.channel}
            isUnproven={ticket.ticket.isVouched === false}
            readAttachment={open.ticket.readAttachment}
            agents={message.kind === 'note' ? model.agents.value : undefined}
          />,
        ])}
        {going && (
          <li class="message agent going">
            <p class="message-head">
              <strong dir="auto">{model.me.value.name}</strong>
              <span class="muted">{w.notGone}</span>
            </p>
            <Letter text={JSON.parse(going.body).text} />
          </li>
        )}
      </ol>
      <div role="alert">{mail === 'failed' && <NotLoaded text={w.partNotLoaded} again={again} />}</div>
      {diagnostics && (
        <details class="fold">
          <summary>{w.diagnostics}</summary>
          <table>
            <tbody>
              {Object.entries(diagnostics).map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <Later wanted="audit" load={loadAudit} with={{ entries: ticket.audit, agents: model.agents.value }} />
    </section>
  );
}
