import type { JSX, TargetedSubmitEvent } from 'preact';
import { LIMITS } from '../../src/contract/limits.ts';
import type { PanelModel } from '../models/panel-model.ts';
import { asksForFacts } from '../outbox/draft.ts';
import { bind, words } from '../words/pl/panel.ts';
import { Field } from './Field.tsx';
import { focusFirstInvalid } from './focus.ts';
import { NotSent } from './NotSent.tsx';
import { rareViews } from './rare.ts';
import { TopicField } from './TopicField.tsx';

/** The form. It can be typed in at once; only sending waits for the shop's state. */
export function TicketForm({ model }: { model: PanelModel }): JSX.Element {
  const draft = model.draft.value;
  const status = model.shop.status.value;
  const state = status?.support.state;
  const isWithout = state && state !== 'active';
  const isOutage = asksForFacts(draft.topic);
  const hasNotes = draft.earlier || model.apart.value;
  // Advice comes with the twelfth character, or with something to be told. What could not be loaded is not asked for at each.
  const isAdvised = (draft.subject + draft.description)[11] || status?.notices[0] || status?.version?.behind;
  const rare = (isWithout || isOutage || hasNotes || (isAdvised && model.rare.value !== null)) && rareViews(model);
  const views = model.transport.value?.views;
  const privacy = status?.contacts.privacy;

  async function send(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(await model.submit())) focusFirstInvalid(form);
  }

  /** What a field for the text of this name needs, of whatever kind it is. */
  const typed = (name: 'subject' | 'description' | 'email') => ({
    name,
    value: draft[name],
    maxLength: LIMITS[name],
    onInput: (event: { currentTarget: { value: string } }) => model.edit({ [name]: event.currentTarget.value }),
  });
  const errors = model.errors.value;
  return (
    <form class="form" noValidate onSubmit={send}>
      {rare && <rare.Notices model={model} />}
      {isWithout && rare && <rare.SupportNotice model={model} />}
      <NotSent model={model} />
      {hasNotes && rare && <rare.DraftNotes model={model} />}
      {!model.isDurable.value && <p class="notice warn">{words.notDurable}</p>}
      <TopicField model={model} />
      {isOutage && rare && <rare.OutageFields model={model} />}
      <Field
        label={words.subject}
        error={errors.subject}
        control={(ties) => <input {...ties} {...typed('subject')} autocomplete="off" />}
      />
      <Field
        label={words.description}
        hint={words.descriptionHint}
        error={errors.description}
        control={(ties) => <textarea {...ties} {...typed('description')} />}
      />
      {rare && <rare.Hints model={model} />}
      {views && <views.ExtrasField model={model} />}
      <Field
        label={words.email}
        error={errors.email}
        control={(ties) => <input {...ties} {...typed('email')} type="email" autocomplete="email" />}
      />
      {model.isDurable.value && <small>{bind(words.draft)}</small>}
      {rare && <rare.HoursLine model={model} />}
      <button type="submit" class="primary" aria-disabled={model.isChecking.value}>
        {model.isChecking.value ? words.asking : words.send}
      </button>
      <small>
        {bind(words.promise)} {bind(words.privacy)} {privacy && <a href={privacy}>{words.privacyLink}</a>}
      </small>
      <button type="button" class="link" data-rules onClick={() => model.go('rules')}>
        {words.rules}
      </button>
    </form>
  );
}
