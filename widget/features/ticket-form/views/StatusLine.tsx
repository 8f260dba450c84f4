import type { JSX } from 'preact';
import { bind, supportStates, words } from '#words/panel.ts';
import { label } from '../../../../browser/lists.ts';
import { Icon } from '../../../controls/Icon.tsx';
import type { ViewProps } from '../../../panel.ts';

/** From so many days of support left on its end is said as something to act on. */
const DAYS_BEFORE_END = 14;

/**
 * Whether the shop is recognised, and until when it has support: one line while all is well, and otherwise one box with
 * one way on. The line's height is fixed, so nothing below it jumps.
 */
export function StatusLine(props: ViewProps): JSX.Element {
  const { panel, parts } = props;
  const { last, isFresh, isAsking } = panel.shop.statusState.value;
  if (!last) {
    return (
      <div class="row status" role="status">
        {isAsking ? <span class="spinner" /> : <Icon of="warn" />}
        <small>
          {isAsking ? words.asking : words.unknown} {!isAsking && bind(words.unknownMore)}
        </small>
      </div>
    );
  }
  const { state, firstDay, daysLeft } = last.status.support;
  const isActive = state === 'active';
  const isWell = isActive && (daysLeft ?? 0) > DAYS_BEFORE_END;
  const more = isWell ? parts.lazyViews.value : parts.lazyViews.request();
  return (
    <div class={`status ${isWell ? 'row' : 'notice warn'}`} role="status">
      <Icon of={isWell ? 'good' : 'warn'} />
      <div>
        {!isActive && <strong>{label(supportStates, firstDay ? 'later' : state, words.unknown)} </strong>}
        {more ? (
          <more.SupportDetails last={last} isFresh={isFresh} />
        ) : (
          isActive && <small>{supportStates.active}</small>
        )}
        {!isWell && more && <more.SupportNotice {...props} />}
      </div>
    </div>
  );
}
