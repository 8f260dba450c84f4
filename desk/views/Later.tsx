import type { ComponentType, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.ts';
import { NotLoaded } from './NotLoaded.tsx';
import { useLoaded } from './use-loaded.ts';

interface Props<PartProps> {
  /** what asks for the part; null while nothing does. Another one asks anew after a failure */
  wanted: object | string | null;
  load: () => Promise<ComponentType<PartProps>>;
  /** the props of the part */
  with: PartProps;
}

/** A part of the desk that is loaded when it is first needed, with a button to retry after a failure. */
export function Later<PartProps extends object>({ wanted, load, with: props }: Props<PartProps>): JSX.Element {
  const [now, again] = useLoaded(wanted, load);
  const asked = useRef<Element | null>(null);
  useLayoutEffect(() => {
    asked.current = document.activeElement;
  }, [wanted]);
  return (
    <>
      {wanted && typeof now === 'object' && <now.part {...props} />}
      <div role="alert">
        {wanted && now === 'failed' && (
          <NotLoaded
            text={words.value.partNotLoaded}
            again={() => {
              // The notice goes. What opens gives the focus back to what has it then.
              if (asked.current instanceof HTMLElement) asked.current.focus();
              again();
            }}
          />
        )}
      </div>
    </>
  );
}
