import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { lineLabel, diagnosticsWords as words } from '#words/diagnostics.ts';
import { bind } from '#words/panel.ts';
import { CopyButton } from '../../../controls/CopyButton.tsx';
import type { DiagnosticsModel } from './diagnostics-model.ts';

interface Props {
  model: DiagnosticsModel;
  /** the button that was pressed before this view was loaded: its action runs now */
  wanted: Signal<string>;
}

/** The checkbox of consent, which shows every line as it will be sent; each can be removed. */
export function DiagnosticsField({ model, wanted }: Props): JSX.Element {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (wanted.value !== 'facts') return;
    wanted.value = '';
    model.setOn(true);
    setTimeout(() => box.current?.focus());
  }, [wanted.value]);

  return (
    <div class="facts">
      <label class="row tick">
        <input
          ref={box}
          type="checkbox"
          checked={model.isOn.value}
          aria-describedby={id}
          onChange={() => model.setOn(!model.isOn.peek())}
        />
        {words.attach}
      </label>
      <small id={id}>{bind(words.attachHint)}</small>
      {model.isOn.value && (
        <fieldset class="notice" aria-labelledby={`${id}l`}>
          <p id={`${id}l`}>{words.chosen}</p>
          <ul>
            {model.lines.value.map(({ key, text, isOn }) => (
              <li key={key}>
                <label class="row tick">
                  <input type="checkbox" checked={isOn} onChange={() => model.toggle(key)} />
                  <span>
                    <b>{lineLabel(key)}</b> {text}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <CopyButton text={model.inWords} label={words.copy} />
        </fieldset>
      )}
    </div>
  );
}
