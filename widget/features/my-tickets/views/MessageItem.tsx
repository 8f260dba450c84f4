import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ticketWords as words } from '#words/my-tickets.ts';
import { LANGUAGE } from '#words/panel.ts';
import { host } from '../../../../browser/host.ts';
import { label } from '../../../../browser/lists.ts';
import { sizeInWords } from '../../../../browser/size-in-words.ts';
import type { Message } from '../../../../src/contract/tickets/message.ts';
import { Linked } from '../../../controls/Linked.tsx';
import { Moment } from '../../../controls/Moment.tsx';
import { Picture } from './Picture.tsx';

interface Props {
  message: Message;
  /** the name of who looks at it */
  me: string | undefined;
  /** the first message that was unread when the thread was opened */
  isUnread: boolean;
  /** null when it cannot be read now */
  readAttachment: (id: string) => Promise<Blob | null>;
}

/** Types that every browser draws. */
const PICTURE = /^image\/(?:png|jpeg|webp|gif)$/;

/** One message: author, time, text and files. */
export function MessageItem({ message, me, isUnread, readAttachment }: Props): JSX.Element {
  const isOurs = message.from === 'agent';
  const author = message.author || (isOurs ? words.support : words.you);
  return (
    <li class={isOurs ? 'message agent' : 'message'} data-unread={isUnread || undefined}>
      <p>
        {isOurs && (
          <b class="initial" aria-hidden="true">
            {author[0]}
          </b>
        )}
        <strong>{!isOurs && author === me ? words.you : author}</strong>{' '}
        <small>
          <Moment at={message.at} />
        </small>
        {isUnread && <em>{words.unread}</em>}
      </p>
      <div class="bubble">
        <div class="letter">
          <Linked text={message.text} />
        </div>
        {message.attachments.map((file) => (
          <div key={file.id} class="attached">
            {file.hindrance ? (
              <small>
                {file.name}: {label(words.withheld, file.hindrance, words.notDownloaded)}
              </small>
            ) : (
              <>
                {PICTURE.test(file.type) && <Picture {...file} read={() => readAttachment(file.id)} />}
                <File {...file} read={() => readAttachment(file.id)} />
              </>
            )}
          </div>
        ))}
      </div>
    </li>
  );
}

function File({ name, bytes, read }: { name: string; bytes: number; read: () => Promise<Blob | null> }): JSX.Element {
  const state = useSignal<'' | 'loading' | 'failed'>('');

  async function download(): Promise<void> {
    if (state.peek() === 'loading') return;
    state.value = 'loading';
    const blob = await read();
    state.value = blob ? '' : 'failed';
    if (blob) save(blob, name);
  }

  return (
    <p class="row">
      <button type="button" class="link" onClick={download} aria-busy={state.value === 'loading'}>
        {`${words.download} ${name}`} {`(${sizeInWords(bytes, LANGUAGE)})`}
      </button>
      <span role="status">{state.value === 'failed' && words.notDownloaded}</span>
    </p>
  );
}

/** Saves a file under its name, by clicking a link with a short-lived `blob:` address. */
function save(blob: Blob, name: string): void {
  const link = host.document.createElement('a');
  link.href = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
