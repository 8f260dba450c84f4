import type { JSX, TargetedMouseEvent } from 'preact';
import { bind } from '#words/panel.ts';
import type { Panel, ViewProps } from '../../panel.ts';
import { AdviceModel, type Hint } from './advice-model.ts';

/** One model for each panel, however often its form is shown. */
const models = new WeakMap<Panel, AdviceModel>();

function adviceOf({ panel, parts }: ViewProps): AdviceModel {
  const advice = models.get(panel) ?? new AdviceModel(panel, parts.myTickets);
  models.set(panel, advice);
  return advice;
}

/** Hints about the text while it is written. Polite, and never blocking. */
export function Hints(props: ViewProps): JSX.Element {
  const advice = adviceOf(props);
  const hint = advice.hint.value;

  /** The pressed button is removed with its hint: the focus moves to the field that the hint is about. */
  const button = (label: string, act: Hint['act']) => (
    <button
      type="button"
      onClick={({ currentTarget: { form } }: TargetedMouseEvent<HTMLButtonElement>) => {
        act(form);
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
