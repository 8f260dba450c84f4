import { useSignal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { LIMITS } from '../../../src/contract/limits.ts';
import { Field } from '../../views/Field.tsx';
import { focusFirstInvalid } from '../../views/focus.ts';
import { replyFailureInWords, ticketWords as words } from '../../words/pl/my-tickets.ts';
import { bind } from '../../words/pl/panel.ts';
import type { ReplyModel, Sending } from '../models/reply-model.ts';
import { Presence } from './Presence.ts';

/** Room for a reply, and for saying that it is solved. What was sent last and has no answer yet stands above it. */
export function ReplyBox({ reply, status }: { reply: ReplyModel; status: string }): JSX.Element {
  const isMissing = useSignal(false);
  const now = reply.sending.value;
  const isBusy = 'pending' in now;
  const isOver = status === 'solved' || status === 'closed';

  async function send(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    isMissing.value = !isBusy && !reply.text.peek().trim();
    if (isMissing.value) focusFirstInvalid(form);
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
        error={isMissing.value ? words.replyMissing : undefined}
        control={(ties) => (
          <textarea
            {...ties}
            name="reply"
            value={reply.text.value}
            maxLength={LIMITS.description}
            onInput={(event) => {
              isMissing.value = false;
              reply.edit(event.currentTarget.value);
            }}
          />
        )}
      />
      <p class="row">
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {words.send}
        </button>
        {status && (
          <button
            type="button"
            aria-disabled={isBusy}
            onClick={() => !isBusy && reply.move(isOver ? 'in-progress' : 'solved')}
          >
            {isOver ? words.reopen : words.solved}
          </button>
        )}
      </p>
    </form>
  );
}

function LastSaid({ now, reply }: { now: Sending; reply: ReplyModel }): JSX.Element | null {
  if (now.state === 'none') return null;
  if (now.state === 'refused') return <p class="notice bad">{bind(replyFailureInWords(now.code))}</p>;
  return (
    <div class="notice">
      <p class="row">
        {now.state === 'sending' && <span class="spinner" />}
        {now.state === 'sending' ? words.sending : bind(now.state === 'waiting' ? words.waitingMore : words.asking)}
      </p>
      {now.pending.kind === 'message' && <p class="letter">{now.pending.text}</p>}
      {now.state !== 'sending' && (
        <p class="row">
          <button type="button" onClick={reply.retry}>
            {words.sendNow}
          </button>
          {now.state === 'asking' && (
            <button type="button" class="link" onClick={reply.withdraw}>
              {words.withdraw}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
