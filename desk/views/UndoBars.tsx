import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskModel } from '../models/desk-model.ts';
import { type Held, HOLD_MS } from '../models/hold.ts';
import { routeAddress } from '../models/router.ts';
import { words } from '../words/words.ts';
import { afterDrawing, focusIfLost } from './focus.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Icon } from './icons.tsx';

interface Props {
  model: DeskModel;
  /** the open ticket, whose reply needs no number */
  number: string | null;
  /** whom the open ticket's reply is for; null where that is not known */
  recipient: string | null;
}

/** How often the seconds are counted, in milliseconds. */
const TICK_MS = 250;

/** The replies that wait before they go, each with the way back. They follow the agent wherever they go. */
export function UndoBars({ model, number, recipient }: Props): JSX.Element | null {
  const waiting = model.hold.waiting.value;
  if (waiting.length === 0) return null;
  return (
    <section class="undo-bars" aria-label={words.value.onTheirWay}>
      {waiting.map((held, index) => (
        <UndoBar
          key={held.key}
          held={held}
          model={model}
          recipient={held.number === number ? recipient : null}
          isOther={held.number !== number}
          isLast={index === waiting.length - 1}
        />
      ))}
    </section>
  );
}

interface BarProps {
  held: Held;
  model: DeskModel;
  recipient: string | null;
  /** of another ticket than the open one */
  isOther: boolean;
  /** the one that the key undoes */
  isLast: boolean;
}

function UndoBar({ held, model, recipient, isOther, isLast }: BarProps): JSX.Element {
  const w = words.value;
  const left = useSignal(model.hold.left(held));
  useEffect(() => {
    const timer = setInterval(() => {
      left.value = model.hold.left(held);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  // Its buttons go with it.
  const hasFocus = useRef(false);
  useEffect(
    () => () => {
      const { heading, main } = FOCUS_TARGETS;
      const element = () => document.getElementById(heading) ?? document.getElementById(main);
      if (hasFocus.current) afterDrawing(() => focusIfLost(element()));
    },
    [],
  );
  const seconds = Math.max(0, Math.ceil(left.value / 1000));
  // A bar that is drawn anew, beside another ticket, goes on where the line stood.
  const spent = HOLD_MS - left.peek();
  return (
    <div
      class="undo-bar"
      onFocusIn={() => {
        hasFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        hasFocus.current = relatedTarget === null;
      }}
    >
      <p>
        <span class="with-icon">
          <Icon of="email" />
          <strong>{w.sending}</strong>
        </span>{' '}
        {isOther ? (
          <a href={routeAddress({ number: held.number })}>{held.number}</a>
        ) : (
          recipient && w.goingTo(recipient)
        )}
      </p>
      <button type="button" class="plain" onClick={() => model.hold.end(held.key, 'due')}>
        {w.sendNow}
        <span class="unseen"> {held.number}</span>
      </button>
      <button type="button" aria-keyshortcuts={isLast ? 'z' : undefined} onClick={() => model.undo(held)}>
        {w.undo} <span class="unseen">{held.number}</span>
        <strong aria-hidden="true">{w.seconds(seconds)}</strong>{' '}
        {isLast && (
          <span class="key" aria-hidden="true">
            z
          </span>
        )}
      </button>
      <span
        class="undo-line"
        aria-hidden="true"
        ref={(line) => {
          if (line && !line.style.animationDelay) line.style.animationDelay = `${-spent}ms`;
        }}
      />
    </div>
  );
}
