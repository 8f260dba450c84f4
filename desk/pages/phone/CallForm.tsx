import type { JSX } from 'preact';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import { onCtrlEnter } from '../../keys/commands.ts';
import { afterDrawing } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import { CallField } from './CallField.tsx';
import { ChosenShop } from './ChosenShop.tsx';
import type { CheckedField } from './call-errors.ts';
import { FactTicks } from './FactTicks.tsx';
import type { PhoneModel } from './phone-model.ts';
import { SendRow } from './SendRow.tsx';
import { ShopSearch } from './ShopSearch.tsx';
import { TopicSelect } from './TopicSelect.tsx';

/** Moves the focus to a field of the form. */
function goTo(field: CheckedField | 'facts'): void {
  // After drawing: a shop that was just chosen first shows its card.
  afterDrawing(() => document.getElementById(`phone-${field}`)?.focus());
}

/** The form of a new ticket, with fields in the order in which callers tell them; Ctrl+Enter sends it from anywhere. */
export function CallForm({ model }: { model: PhoneModel }): JSX.Element {
  const w = words.value.phone;
  const draft = model.draft.value;
  const isSending = model.sending.value.state === 'sending';
  const errors = model.errors.value;
  const errorOf = (field: keyof typeof w.errors) => (errors.includes(field) ? w.errors[field] : null);
  async function send(): Promise<void> {
    const missing = await model.send();
    if (missing) goTo(missing);
  }
  function choose(shop: ShopRow): void {
    model.choose(shop);
    goTo('facts');
  }
  return (
    <form
      class="call"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={onCtrlEnter(send)}
    >
      {draft.shop ? (
        <ChosenShop
          shop={draft.shop}
          isSending={isSending}
          change={() => {
            model.unchoose();
            goTo('shop');
          }}
        />
      ) : (
        <ShopSearch search={model.search} error={errorOf('shop')} choose={choose} />
      )}
      <FactTicks facts={draft.facts} isOutage={draft.isOutage} isSending={isSending} change={model.edit} />
      <div class="columns">
        <CallField model={model} name="name" label={w.name} />
        <CallField model={model} name="phone" label={w.phone} type="tel" />
      </div>
      <CallField model={model} name="subject" label={w.subject} error={errorOf('subject')} />
      <CallField model={model} name="description" label={w.description} error={errorOf('description')} isLong />
      <div class="columns">
        <TopicSelect
          shop={draft.shop}
          topic={draft.topic}
          isSending={isSending}
          change={(topic) => model.edit({ topic })}
        />
        <CallField
          model={model}
          name="email"
          label={w.email}
          hint={w.emailHint}
          type="email"
          error={errorOf('email')}
        />
      </div>
      <SendRow model={model} />
    </form>
  );
}
