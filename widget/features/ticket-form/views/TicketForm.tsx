import type { JSX, TargetedSubmitEvent } from 'preact';
import { formWords, words } from '#words/panel.ts';
import { Field, focusFirstInvalid } from '../../../controls/Field.tsx';
import { asksForFacts, hasText } from '../../../outbox/draft.ts';
import type { ViewProps } from '../../../panel.ts';
import { NotSent } from './NotSent.tsx';

/**
 * The form, in the order of a thought: what happens, with its files; then the title and the topic that follow from it.
 * Typing is possible at once; only sending waits for the shop's status.
 */
export function TicketForm(props: ViewProps): JSX.Element {
  const { panel, parts } = props;
  const draft = panel.draft.value;
  const errors = panel.errors.value;
  const status = panel.shop.status.value;
  const { warning } = panel;
  const isUnrecognised = status?.support.state === 'unrecognised';
  const isOutage = asksForFacts(draft.topic);
  const hasNotes = draft.earlier || panel.otherDrafts.value;
  const isBegun = hasText(draft) || draft.topic || errors.topic;
  const views = parts.sending.value;
  // After what sends. What did not come is asked for again with the next letter.
  const more = views === undefined ? null : parts.lazyViews.request();

  async function send(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (!isUnrecognised && !(await panel.submit())) focusFirstInvalid(form);
  }

  /** The props of a text field with this name. */
  const typed = (name: 'description' | 'email') => ({
    name,
    value: draft[name],
    onInput: (event: { currentTarget: { value: string } }) => panel.edit({ [name]: event.currentTarget.value }),
  });
  return (
    <form class="form" noValidate onSubmit={send}>
      {more && <more.Notices {...props} />}
      {warning.value && more && <more.WarningNotice {...props} />}
      <NotSent {...props} />
      {hasNotes && more && <more.DraftNotes {...props} />}
      {views && !panel.isDurable.value && <p class="notice warn">{views.notDurable}</p>}
      <Field
        label={formWords.description}
        hint={views && hasText(draft) && panel.isDurable.value ? views.saved : formWords.descriptionHint}
        error={errors.description ?? (more ? undefined : errors.subject)}
        control={(ties) => <textarea {...ties} {...typed('description')} data-first />}
      >
        {more && !isUnrecognised && <more.AttachmentsField {...props} />}
      </Field>
      {panel.isWhole.value && (
        <>
          {more && <more.Hints {...props} />}
          {isBegun && more && <more.ProposedFields {...props} />}
          {isOutage && more && <more.OutageFields {...props} />}
          {!isUnrecognised && (
            <Field
              label={words.email}
              hint={more?.mailedInWords(status?.mailed, draft.name)}
              error={errors.email}
              control={(ties) => <input {...ties} {...typed('email')} type="email" autocomplete="email" />}
            >
              {more && <more.EmailHint {...props} />}
            </Field>
          )}
          <div class="foot">
            {more && <more.HoursLine {...props} />}
            {isUnrecognised && more ? (
              <more.MailInstead {...props} />
            ) : (
              <button type="submit" class="primary" aria-disabled={panel.isChecking.value}>
                {panel.isChecking.value ? formWords.asking : formWords.send}
              </button>
            )}
            {more && <more.FormFoot {...props} />}
          </div>
        </>
      )}
    </form>
  );
}
