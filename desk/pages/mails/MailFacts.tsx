import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskLetter, DeskMessage } from '../../../src/contract/desk/read-ticket.ts';
import { Icon } from '../../views/icons.tsx';
import { momentInFull, momentInShort } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

/** How a message came: by a letter, from whose address, and who got a copy. */
function CameBy({ message }: { message: DeskMessage }): JSX.Element | null {
  const w = words.value.mails;
  const { via, from, copiedTo } = message;
  return (
    <>
      {via && (
        <span class="with-icon muted">
          <Icon of={via === 'email' ? 'email' : 'key'} />
          {label(w.ways, via)}
        </span>
      )}
      {from && (
        <>
          {from.isOther ? (
            <span class="pill">{w.otherAddress(from.address)}</span>
          ) : (
            <span class="muted">{from.address}</span>
          )}
          <span class={from.proof === 'known' ? 'pill' : 'muted'} title={label(w.proofsMore, from.proof, '')}>
            {label(w.proofs, from.proof, '')}
          </span>
        </>
      )}
      {copiedTo.length > 0 && <span class="muted">{w.copies(copiedTo)}</span>}
    </>
  );
}

/** What a letter quotes, folded; as text, whatever it is. */
function Quoted({ text }: { text: string }): JSX.Element {
  return (
    <details class="fold">
      <summary>{words.value.mails.showQuote}</summary>
      <p class="letter muted" dir="auto">
        {text}
      </p>
    </details>
  );
}

interface Props {
  letters: readonly DeskLetter[];
  now: number;
  resend: (letter: number) => void;
}

/** Our letters that stand at a message: whether each went out, and sending one once more. */
function Letters({ letters, now, resend }: Props): JSX.Element | null {
  const w = words.value.mails;
  if (letters.length === 0) return null;
  return (
    <ul class="seen">
      {letters.map((letter) => (
        <li key={letter.id} data-state={letter.state}>
          <span class="with-icon" title={`${letter.recipient} · ${momentInFull(letter.at)}`}>
            <Icon of={ICONS[letter.state] ?? 'email'} />
            {label(w.letterKinds, letter.kind)}
            {letter.kind === 'copy' && ` ${letter.recipient}`}: {stateOf(letter, now)}
          </span>
          {letter.canResend && (
            <button
              type="button"
              class="plain"
              aria-label={`${w.resend}: ${label(w.letterKinds, letter.kind)}`}
              onClick={() => resend(letter.id)}
            >
              {w.resend}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const ICONS = { sent: 'check', due: 'clock', failed: 'warn', stopped: 'email' } as const;

function stateOf({ state, reason, serverReply, at }: DeskLetter, now: number): string {
  const w = words.value.mails;
  const why = label(w.stopReasons, reason ?? '', '');
  if (state === 'sent') return w.letterSent(momentInShort(at, now, words.value.locale));
  if (state === 'due') return w.letterWaits;
  if (state === 'failed') return w.letterFailed(why || serverReply || reason || '');
  return w.letterStopped(why || reason || '');
}

/** What a message shows of mail. */
export const MAIL_FACTS = { CameBy, Quoted, Letters };

export type MailFacts = typeof MAIL_FACTS;
