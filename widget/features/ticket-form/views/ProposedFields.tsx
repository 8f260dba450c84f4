import type { JSX } from 'preact';
import { lazyWords } from '#words/lazy-views.ts';
import { sendingWords } from '#words/sending.ts';
import { Field } from '../../../controls/Field.tsx';
import type { ViewProps } from '../../../panel.ts';
import { isProposedTitle } from '../models/proposals.ts';
import { TopicField } from './TopicField.tsx';

/** Title and topic, proposed from the description. They stand below it, so that nothing moves under the caret. */
export function ProposedFields(props: ViewProps): JSX.Element {
  const { panel } = props;
  const draft = panel.draft.value;
  return (
    <>
      <Field
        label={sendingWords.subject}
        hint={isProposedTitle(draft) ? lazyWords.subjectHint : lazyWords.subjectOwn}
        error={panel.errors.value.subject}
        control={(ties) => (
          <input
            {...ties}
            name="subject"
            value={draft.subject}
            autocomplete="off"
            onInput={(event) => panel.edit({ subject: event.currentTarget.value })}
          />
        )}
      />
      {panel.shop.status.value?.support.state !== 'unrecognised' && <TopicField {...props} />}
    </>
  );
}
