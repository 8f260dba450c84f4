import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { routeAddress } from '../../models/router.ts';
import { focusIfLost } from '../../views/focus.ts';
import { FOCUS_TARGETS } from '../../views/follow-keys.ts';
import { numberInGroups } from '../../words/number-in-groups.ts';
import { words } from '../../words/words.ts';
import type { PhoneModel } from './phone-model.ts';

/**
 * The number of a call that was stored while its agent was elsewhere, until it is dismissed or another call is sent.
 */
export function TakenNotice({ model }: { model: PhoneModel }): JSX.Element {
  const w = words.value.phone;
  const number = model.taken.value;
  const wasTold = useRef(false);
  useLayoutEffect(() => {
    if (number !== null) wasTold.current = true;
    else if (wasTold.current) focusIfLost(document.getElementById(FOCUS_TARGETS.page)); // the button that dismissed it is gone
  }, [number]);
  return (
    <div role="status">
      {number !== null && (
        <p class="notice good">
          {w.takenMeanwhile} <a href={routeAddress({ number })}>{numberInGroups(number)}</a>{' '}
          <button type="button" class="plain" onClick={model.dismissTaken}>
            {words.value.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}
