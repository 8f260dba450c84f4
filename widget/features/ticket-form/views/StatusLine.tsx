import type { JSX } from 'preact';
import { bind, supportStates, words } from '#words/panel.ts';
import { label } from '../../../../browser/lists.ts';
import { Icon } from '../../../controls/Icon.tsx';
import type { ViewProps } from '../../../panel.ts';

/** Whether the shop is recognised, and until when it has support. Its height is fixed, so nothing below it jumps. */
export function StatusLine({ panel, parts }: ViewProps): JSX.Element {
  const { last, isFresh, isAsking } = panel.shop.statusState.value;
  if (!last) {
    return (
      <div class="notice status" role="status">
        {isAsking ? <span class="spinner" /> : <Icon of="warn" />}
        <p>
          <strong>{isAsking ? words.asking : words.unknown}</strong>
          {!isAsking && bind(words.unknownMore)}
        </p>
      </div>
    );
  }
  const { state, firstDay } = last.status.support;
  const views = parts.sending.value;
  const isActive = state === 'active';
  return (
    <div class={`notice status ${isActive ? 'good' : 'warn'}`} role="status">
      <Icon of={isActive ? 'good' : 'warn'} />
      <p>
        <strong>{label(supportStates, firstDay ? 'later' : state, words.unknown)}</strong>
        {views && <views.SupportDetails last={last} isFresh={isFresh} />}
      </p>
    </div>
  );
}
