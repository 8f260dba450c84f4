import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import type { DeskLetter, DeskMessage } from '../../src/contract/desk/read-ticket.ts';
import type { Channel } from '../../src/contract/lists.ts';
import type { MailFacts } from '../pages/mails/MailFacts.tsx';
import { momentInFull, momentInShort } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Attachments } from './Attachments.tsx';
import { channelIcon, Icon } from './icons.tsx';
import { Letter } from './Letter.tsx';

interface Props {
  message: DeskMessage;
  now: number;
  /** it came while the reply was being written */
  isUnseenByReply: boolean;
  isSeenByCustomer: boolean;
  /** by which channel the ticket came, and with it what has no way of its own */
  channel: Channel;
  /** its sender is not proven to be the shop */
  isUnproven: boolean;
  /** what draws its mail; null until that is loaded */
  mail: MailFacts | null;
  /** our letters that stand at it */
  letters: readonly DeskLetter[];
  resend: (letter: number) => void;
  readAttachment: (id: string) => Promise<Blob | null>;
  /** whom a note may name; none in what customers see */
  agents?: readonly AgentName[] | undefined;
}

/** One message or note. Its text is inserted as text, never as markup. */
export function MessageItem(props: Props): JSX.Element {
  const {
    message,
    now,
    isUnseenByReply,
    isSeenByCustomer,
    isUnproven,
    mail,
    letters,
    resend,
    readAttachment,
    agents,
    channel,
  } = props;
  const w = words.value;
  const { kind, author, text, at, attachments, mergedFrom } = message;
  const isToBeDoubted = isUnproven && kind === 'customer' && attachments.some(({ hindrance }) => !hindrance);
  const caution = isToBeDoubted ? `files-${message.id}` : undefined;
  return (
    <li class={`message ${kind}`} data-unseen={isUnseenByReply || undefined}>
      <p class="message-head">
        <strong dir="auto">{author || (kind === 'customer' ? w.customer : w.product)}</strong>
        {kind === 'note' && (
          <span class="with-icon note-label">
            <Icon of="lock" />
            {w.note}
          </span>
        )}
        {kind === 'customer' && message.via === null && (
          <span class="with-icon muted">
            <Icon of={channelIcon(channel)} />
            {label(w.channels, channel)}
          </span>
        )}
        {mail && <mail.CameBy message={message} />}
        {mergedFrom && <span class="muted">{w.mergedFrom(mergedFrom)}</span>}
        {isUnseenByReply && <span class="pill alarm">{w.unseenByReply}</span>}
        <time dateTime={at} title={momentInFull(at)}>
          {momentInShort(at, now, w.locale)}
        </time>
      </p>
      <Letter text={text} agents={agents} />
      {mail && message.quoted && <mail.Quoted text={message.quoted} />}
      {caution && (
        <p class="caution with-icon" id={caution}>
          <Icon of="warn" />
          {w.unprovenFiles}
        </p>
      )}
      {attachments.length > 0 && <Attachments attachments={attachments} describedBy={caution} read={readAttachment} />}
      {isSeenByCustomer && <Seen />}
      {mail && <mail.Letters letters={letters} now={now} resend={resend} />}
    </li>
  );
}

function Seen(): JSX.Element {
  return (
    <p class="seen with-icon">
      <Icon of="check" />
      {words.value.seenByCustomer}
    </p>
  );
}
