import type { JSX, TargetedMouseEvent } from 'preact';
import type { Panel, ViewProps } from '../panel.ts';
import { bind } from '../words/pl/panel.ts';
import { AdviceModel } from './advice-model.ts';

/** One for each panel, however often its form is shown. */
const models = new WeakMap<Panel, AdviceModel>();

function adviceOf({ panel, parts }: ViewProps): AdviceModel {
  const advice = models.get(panel) ?? new AdviceModel(panel, parts.myTickets);
  models.set(panel, advice);
  return advice;
}

/** What is noticed about the text while it is written. Said politely; nothing is held up by it. */
export function Hints(props: ViewProps): JSX.Element {
  const advice = adviceOf(props);
  const hint = advice.hint.value;

  /** What is pressed goes with the hint: the focus moves to the field that it was about. */
  const button = (label: string, act: () => void) => (
    <button
      type="button"
      onClick={({ currentTarget: { form } }: TargetedMouseEvent<HTMLButtonElement>) => {
        act();
        (form?.elements.namedItem(hint?.field ?? '') as HTMLElement | null)?.focus();
      }}
    >
      {label}
    </button>
  );
  return (
    <div role="status" class={hint ? 'notice warn' : 'unseen'}>
      {hint && (
        <>
          <p>
            <strong>{bind(hint.title)}</strong>
            {bind(hint.text ?? '')}
          </p>
          <p class="row">
            {button(hint.yes, hint.act)}
            {button(hint.no, () => advice.decline(hint))}
          </p>
        </>
      )}
    </div>
  );
}
