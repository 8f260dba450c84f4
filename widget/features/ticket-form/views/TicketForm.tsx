import type { JSX, TargetedSubmitEvent } from 'preact';
import { words } from '#words/panel.ts';
import { Field, focusFirstInvalid } from '../../../controls/Field.tsx';
import { asksForFacts } from '../../../outbox/draft.ts';
import type { ViewProps } from '../../../panel.ts';
import { NotSent } from './NotSent.tsx';
import { TopicField } from './TopicField.tsx';

/** The form. Typing is possible at once; only sending waits for the shop's status. */
export function TicketForm(props: ViewProps): JSX.Element {
  const { panel, parts } = props;
  const draft = panel.draft.value;
  const status = panel.shop.status.value;
  const state = status?.support.state;
  const isWithout = (state && state !== 'active') || panel.warning.value;
  const isOutage = asksForFacts(draft.topic);
  const hasNotes = draft.earlier || panel.otherDrafts.value;
  // The advice is loaded with the twelfth character, or when there is a notice. A failed load is not repeated with each
  // one.
  const isAdvised = (draft.subject + draft.description)[11] || status?.notices[0] || status?.version?.behind;
  const more =
    (isWithout || isOutage || hasNotes || (isAdvised && parts.lazyViews.value !== null)) && parts.lazyViews.request();
  const views = parts.sending.value;

  async function send(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(await panel.submit())) focusFirstInvalid(form);
  }

  /** The props of a text field with this name. */
  const typed = (name: 'subject' | 'description' | 'email') => ({
    name,
    value: draft[name],
    onInput: (event: { currentTarget: { value: string } }) => panel.edit({ [name]: event.currentTarget.value }),
  });
  const errors = panel.errors.value;
  return (
    <form class="form" noValidate onSubmit={send}>
      {more && <more.Notices {...props} />}
      {isWithout && more && <more.SupportNotice {...props} />}
      <NotSent {...props} />
      {hasNotes && more && <more.DraftNotes {...props} />}
      {views && !panel.isDurable.value && <p class="notice warn">{views.notDurable}</p>}
      <TopicField {...props} />
      {isOutage && more && <more.OutageFields {...props} />}
      <Field
        label={words.subject}
        error={errors.subject}
        control={(ties) => <input {...ties} {...typed('subject')} autocomplete="off" />}
      />
      {panel.isWhole.value && (
        <>
          <Field
            label={words.description}
            hint={words.descriptionHint}
            error={errors.description}
            control={(ties) => <textarea {...ties} {...typed('description')} />}
          />
          {more && <more.Hints {...props} />}
          {views && <views.AttachmentsField {...props} />}
          <Field
            label={words.email}
            hint={draft.name && `${words.from} ${draft.name}`}
            error={errors.email}
            control={(ties) => <input {...ties} {...typed('email')} type="email" autocomplete="email" />}
          />
          {more && <more.HoursLine {...props} />}
          <button type="submit" class="primary" aria-disabled={panel.isChecking.value}>
            {panel.isChecking.value ? words.asking : words.send}
          </button>
          {views && <views.FormFoot {...props} />}
        </>
      )}
    </form>
  );
}
