import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskMacro } from '../../src/contract/desk/list-macros.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import { onCtrlEnter } from '../keys/commands.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { fillMacro, openVariables, placeMacro } from '../models/fill-macro.ts';
import { macroValues } from '../models/macro-values.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { promiseOf, unkeptTime } from '../models/promise-of.ts';
import { readReplyStatus } from '../models/reply.ts';
import type { Kind } from '../models/writing.ts';
import { loadCopiesTick, loadMentionList } from '../pages/pages.ts';
import { momentInFull } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { AttachButton, AttachedFiles, takingFiles } from './AttachFiles.tsx';
import { ComposerNotice } from './ComposerNotice.tsx';
import { FoldedWays, isSolvable } from './FoldedWays.tsx';
import { FollowUpChip } from './FollowUpChip.tsx';
import { FOCUS_TARGETS, solve } from './follow-keys.ts';
import { Icon } from './icons.tsx';
import { Later } from './Later.tsx';
import { MacroMenu } from './MacroMenu.tsx';
import { SendMenu } from './SendMenu.tsx';
import { SIGNATURE, Signature } from './Signature.tsx';
import { TextArea, typeInto } from './TextArea.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

const KINDS: readonly { kind: Kind; key: string }[] = [
  { kind: 'reply', key: 'r' },
  { kind: 'note', key: 'n' },
];

const OVER = 'composer-over';

/** Whom a note may name: everybody else. */
function colleagues({ agents, me }: DeskModel) {
  return agents.value.filter(({ id }) => id !== me.value.id);
}

/** The form of a reply or note: saved while typing, sent by Ctrl+Enter. */
export function Composer({ model, open: { composer, presence }, ticket }: Props): JSX.Element {
  const w = words.value;
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (composer.isAwaited.peek()) field.current?.focus();
    composer.isAwaited.value = false;
    const caret = composer.caret.peek();
    if (caret) field.current?.setSelectionRange(caret.start, caret.end);
    composer.caret.value = null;
  }, []);
  const kind = composer.kind.value;
  const isFolded = composer.isFolded.value;
  const sending = composer.sending.value;
  const isReply = kind === 'reply';
  const over = composer.over.value;
  const isSigned = isReply && !isFolded && composer.signature.value !== '';
  const { contact } = ticket.ticket;
  const whom = contact.name ?? (contact.email || ticket.shop.name);
  const open = isReply ? openVariables(composer.text.value) : [];
  // A name would be cut there.
  const isNarrow = matchMedia('(max-width: 760px)').matches;
  const unkept = isReply ? unkeptTime(composer.text.value, composer.followUpAt.value, model.now.value) : null;

  function edit(text: string): void {
    composer.edit(text);
    presence.write();
  }

  /** @param goesOn to the next ticket, where the reply waits before it goes */
  async function send(goesOn: boolean): Promise<void> {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = field.current ?? {};
    const sent = composer.send();
    if (isReply && composer.going.peek()?.notBefore !== undefined) {
      composer.caret.value = { start, end };
      fold();
      if (goesOn) model.goOn(ticket.ticket.number);
      return;
    }
    const isSent = await sent;
    const isHere = form.current?.contains(document.activeElement) || document.activeElement === document.body;
    // The focus has moved on meanwhile: leave it there.
    if (!form.current?.isConnected || !isHere) return;
    if (isSent) fold();
    else field.current?.focus();
  }

  /** Goes on with the reply or the note. */
  function take(one: Kind): void {
    composer.choose(one);
    field.current?.focus();
  }

  /** Leaves the field, which takes one line again once it is empty. */
  function fold(): void {
    composer.isUsed.value = false;
    document.getElementById(FOCUS_TARGETS.heading)?.focus();
  }

  /** Inserts a macro at the cursor, and sets its status, or by when we write again. */
  async function insert(macro: DeskMacro): Promise<void> {
    const asked = readReplyStatus(macro.status);
    if (asked && isReply) composer.leaveAs(asked);
    const by = isReply && macro.followUp ? await promiseOf(macro.followUp, model.office) : null;
    if (by) composer.promise(by);
    if (!field.current) return;
    const { value, selectionStart, selectionEnd } = field.current;
    // Where no time can be had the variable stays, and its notice says so.
    const told = isReply && macro.followUp && { termin: by ? momentInFull(by) : '{termin}' };
    const filled = fillMacro(macro.text, { ...macroValues(ticket, model.me.value.name), ...told });
    const { text, cursor } = placeMacro(value.slice(0, selectionStart), filled, value.slice(selectionEnd));
    typeInto(field.current, text, cursor);
    edit(text);
  }

  const button =
    sending.state === 'sending'
      ? w.sending
      : sending.state === 'newer' && isReply
        ? w.sendAnyway
        : sending.state === 'waiting' || sending.state === 'asking'
          ? w.sendAgain
          : isReply
            ? w.sendAndNext
            : w.saveNote;
  return (
    <form
      ref={form}
      class={`composer ${kind}`}
      data-folded={isFolded || undefined}
      aria-label={w.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void send(true);
      }}
      {...takingFiles(composer.files.value)}
      onKeyDown={onCtrlEnter((isShift) => void send(!isShift))}
    >
      <ComposerNotice composer={composer} />
      <div class="composer-tabs" hidden={isFolded}>
        {KINDS.map(({ kind: one, key }) => (
          <button key={one} type="button" aria-pressed={kind === one} aria-keyshortcuts={key} onClick={() => take(one)}>
            {one === 'reply' ? w.replyTab : w.noteTab}{' '}
            <span class="key" aria-hidden="true">
              {key}
            </span>
          </button>
        ))}
        <span class="draft-kept muted" aria-hidden="true">
          {composer.text.value && w.draftKept}
        </span>
        <button type="button" class="icon-button" title={w.foldWriting} aria-label={w.foldWriting} onClick={fold}>
          <Icon of="down" />
        </button>
      </div>
      <TextArea
        field={field}
        place={`${ticket.ticket.number} ${kind}`}
        id={FOCUS_TARGETS.composer}
        aria-label={isReply ? w.replyField : w.noteField}
        aria-keyshortcuts="Control+Enter"
        placeholder={
          isReply
            ? isFolded
              ? isNarrow
                ? `${w.replyTab}…`
                : w.replyTo(whom)
              : w.replyPlaceholder
            : w.notePlaceholder
        }
        onFocus={() => {
          composer.isUsed.value = true;
        }}
        readOnly={sending.state === 'sending'}
        text={composer.text.value}
        onText={edit}
        aria-invalid={over > 0 || undefined}
        aria-describedby={over > 0 ? OVER : isSigned ? SIGNATURE : undefined}
      />
      {isReply && !isFolded && <Signature composer={composer} />}
      {isFolded && (
        <FoldedWays onNote={() => take('note')} onSolve={isSolvable(ticket) ? () => solve(model) : undefined} />
      )}
      {over > 0 && (
        <p id={OVER} class="error">
          {w.tooLong(over, LIMITS.description)}
        </p>
      )}
      {isReply && ticket.ticket.copies.length > 0 && (
        <Later wanted="copies" load={loadCopiesTick} with={{ composer, copies: ticket.ticket.copies }} />
      )}
      {!isReply && composer.text.value.includes('@') && (
        <Later
          wanted="mentions"
          load={loadMentionList}
          with={{ field, text: composer.text.value, agents: colleagues(model), edit }}
        />
      )}
      <AttachedFiles files={composer.files.value} isFrozen={sending.state === 'sending'} />
      <div role="status">
        {open.length > 0 && <p class="notice warn">{w.openVariables(open.join(', '))}</p>}
        {unkept && <p class="notice warn">{w.followUp.unkept(unkept)}</p>}
      </div>
      <div class="composer-foot" hidden={isFolded}>
        <AttachButton files={composer.files.value} />
        <MacroMenu macros={model.macros.value} topic={ticket.ticket.topic} refresh={model.readMacros} insert={insert} />
        {isReply && <FollowUpChip composer={composer} office={model.office} now={model.now.value} />}
        <div class="send-buttons">
          <button
            type="submit"
            class="primary"
            title={`${button} (Ctrl+Enter)`}
            aria-disabled={sending.state === 'sending' || composer.text.value.trim() === '' || over > 0}
          >
            {button}{' '}
            <span class="key" aria-hidden="true">
              Ctrl ↵
            </span>
          </button>
          {isReply && (
            <SendMenu composer={composer} onSend={button === w.sendAndNext ? () => void send(false) : undefined} />
          )}
        </div>
      </div>
    </form>
  );
}
