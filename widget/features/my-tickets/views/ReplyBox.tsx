import { useSignal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { replyFailureInWords, ticketWords as words } from '#words/my-tickets.ts';
import { bind, failureInWords } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import type { CustomerStatus } from '../../../../src/contract/lists.ts';
import { Field, focusFirstInvalid } from '../../../controls/Field.tsx';
import { Linked } from '../../../controls/Linked.tsx';
import type { ReplyModel } from '../models/reply-model.ts';
import { Presence } from './Presence.ts';

/** The reply form, with the button that solves the ticket. A reply that is still being sent is above it. */
export function ReplyBox({ reply, moves }: { reply: ReplyModel; moves: readonly CustomerStatus[] }): JSX.Element {
  const isMissing = useSignal(false);
  const now = reply.sending.value;
  const isBusy = 'entry' in now;
  const isOver = moves.includes('in-progress');

  async function send(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    isMissing.value = !isBusy && !reply.text.peek().trim();
    if (isMissing.value || reply.lengthError.peek()) focusFirstInvalid(form);
    else if (!isBusy) await reply.submit();
  }

  return (
    <form class="form" noValidate onSubmit={send}>
      <Presence onMount={() => void reply.resume()} />
      <div role="status">
        <LastSaid now={now} reply={reply} />
      </div>
      <Field
        label={words.reply}
        hint={isOver ? words.replyReopens : undefined}
        error={isMissing.value ? words.replyMissing : reply.lengthError.value}
        control={(ties) => (
          <textarea
            {...ties}
            name="reply"
            value={reply.text.value}
            onInput={(event) => {
              isMissing.value = false;
              reply.edit(event.currentTarget.value);
            }}
          />
        )}
      />
      <ReplyFiles reply={reply} />
      <p class="row">
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {words.send}
        </button>
        {/* Without keys: the button that was pressed becomes the next one, and keeps the focus. */}
        {moves.map(
          (to) =>
            words.moves[to] && (
              <button type="button" aria-disabled={isBusy} onClick={() => !isBusy && reply.move(to)}>
                {words.moves[to]}
              </button>
            ),
        )}
      </p>
    </form>
  );
}

/** Files: buttons, until one is pressed and the attachments are loaded. */
function ReplyFiles({ reply }: { reply: ReplyModel }): JSX.Element {
  const Field = reply.files.value?.Field;
  if (Field) return <Field />;
  const { file, screen } = sendingWords.attach;
  return (
    <p class="row">
      {Object.entries({ file, screen }).map(([what, label]) => (
        <button type="button" onClick={() => reply.open(what)}>
          {label}
        </button>
      ))}
      {reply.files.value === null && <span role="alert">{failureInWords('unavailable')}</span>}
    </p>
  );
}

function LastSaid({ now, reply }: { now: ReplyModel['sending']['value']; reply: ReplyModel }): JSX.Element | null {
  if (now.state === 'draft') return null;
  if (now.state === 'not-sent') return <p class="notice bad">{bind(replyFailureInWords(now.code))}</p>;
  const Progress = reply.files.value?.Progress;
  const until = now.state === 'waiting' && now.until;
  const said =
    now.state === 'sending'
      ? words.sending
      : now.state === 'asking'
        ? words.asking
        : until
          ? `${words.pausedMore} ${momentInWords(until)}.`
          : words.waitingMore;
  return (
    <div class="notice">
      <p class="row">
        {now.state === 'sending' && <span class="spinner" />}
        {bind(said)}
        {now.state === 'waiting' && (reply.isKept.value ? sendingWords.kept : sendingWords.notDurable)}
      </p>
      {now.entry.kind === 'message' && (
        <p class="letter">
          <Linked text={now.entry.draft.description} />
        </p>
      )}
      {Progress && now.entry.draft.files[0] && <Progress files={now.entry.draft.files} />}
      {now.state !== 'sending' && (
        <p class="row">
          <button type="button" onClick={reply.retry}>
            {words.sendNow}
          </button>
          {(now.state === 'asking' || until) && (
            <button type="button" class="link" onClick={reply.withdraw}>
              {words.withdraw}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
