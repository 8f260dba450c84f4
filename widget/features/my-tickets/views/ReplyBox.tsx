import { useSignal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { moveWords, replyFailureInWords, ticketWords as words } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import type { CustomerStatus } from '../../../../src/contract/lists.ts';
import { AttachButtons } from '../../../controls/AttachButtons.tsx';
import { Field, focusFirstInvalid } from '../../../controls/Field.tsx';
import { Linked } from '../../../controls/Linked.tsx';
import { keptInWords, waitInWords } from '../../../outbox/wait-in-words.ts';
import type { ReplyModel } from '../models/reply-model.ts';

interface Props {
  reply: ReplyModel;
  moves: readonly CustomerStatus[];
  /** whether a reply to what is written now is promised */
  isPromised: boolean;
  /** said under the field, where it did not help */
  hint?: string | undefined;
}

/** The reply form, with the button that solves the ticket. A reply that is still being sent is above it. */
export function ReplyBox({ reply, moves, isPromised, hint }: Props): JSX.Element {
  const isMissing = useSignal(false);
  const now = reply.sending.value;
  const isBusy = 'entry' in now;
  const isOver = moves.includes('in-progress');
  const hasText = reply.text.value.trim() !== '';
  useEffect(() => void reply.resume(), []);

  async function send(form: HTMLElement, isSolved?: boolean): Promise<void> {
    isMissing.value = !isBusy && !reply.text.peek().trim();
    if (isMissing.value || reply.lengthError.peek()) focusFirstInvalid(form);
    else if (!isBusy) await reply.submit(isSolved);
  }

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    send(event.currentTarget);
  }

  /** What is typed goes with the move that solves the ticket. */
  function move(to: CustomerStatus, button: HTMLButtonElement): void {
    if (hasText) send(button.form ?? button, true);
    else if (!isBusy) reply.move(to);
  }

  return (
    <form class="form" noValidate onSubmit={onSubmit}>
      <div role="status">
        <LastSaid now={now} reply={reply} />
      </div>
      <Field
        label={words.reply}
        hint={hint ?? (isOver ? `${words.replyReopens}${isPromised ? '' : words.unpromised}.` : undefined)}
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
            // A message opens what was over by itself.
            (to === 'solved' || !hasText) &&
            moveWords[to] && (
              <button type="button" aria-disabled={isBusy} onClick={({ currentTarget }) => move(to, currentTarget)}>
                {hasText ? words.sendSolved : moveWords[to]}
              </button>
            ),
        )}
      </p>
    </form>
  );
}

/** Files: buttons, and once one is pressed what they open. */
function ReplyFiles({ reply }: { reply: ReplyModel }): JSX.Element {
  const Field = reply.files.value?.Field;
  if (Field) return <Field />;
  return <AttachButtons what={['file', 'screen']} open={reply.open} />;
}

function LastSaid({ now, reply }: { now: ReplyModel['sending']['value']; reply: ReplyModel }): JSX.Element | null {
  if (now.state === 'draft') return null;
  if (now.state === 'not-sent') return <p class="notice bad">{bind(replyFailureInWords(now.code))}</p>;
  const Progress = reply.files.value?.Progress;
  const said =
    now.state === 'sending'
      ? sendingWords.sending
      : now.state === 'asking'
        ? `${sendingWords.asking}.`
        : waitInWords(now);
  return (
    <div class="notice">
      <p class="row">
        {now.state === 'sending' && <span class="spinner" />}
        {bind(said)}
        {now.state === 'waiting' && keptInWords(reply.isKept.value)}
      </p>
      {now.entry.kind === 'message' && (
        <div class="letter">
          <Linked text={now.entry.draft.description} />
        </div>
      )}
      {Progress && now.entry.draft.files[0] && <Progress files={now.entry.draft.files} />}
      {now.state !== 'sending' && (
        <p class="row">
          <button type="button" onClick={reply.retry}>
            {sendingWords.sendNow}
          </button>
          {(now.state === 'asking' || now.until) && (
            <button type="button" class="link" onClick={reply.withdraw}>
              {sendingWords.withdraw}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
