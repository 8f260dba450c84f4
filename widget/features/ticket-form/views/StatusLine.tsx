import type { JSX } from 'preact';
import { bind, formWords, words } from '#words/panel.ts';
import { Icon } from '../../../controls/Icon.tsx';
import type { ViewProps } from '../../../panel.ts';

/**
 * What is known of the shop's support, or that it is asked for. The line's height is fixed, so nothing below it jumps.
 */
export function StatusLine({ panel, parts }: ViewProps): JSX.Element {
  const { last, isAsking } = panel.shop.statusState.value;
  const more = parts.lazyViews.value;
  const isComing = isAsking || (last && more === undefined);
  return (
    <div role="status">
      {last && more ? (
        <more.SupportStatus panel={panel} last={last} />
      ) : (
        <div class="row status">
          {isComing ? <span class="spinner" /> : <Icon of="warn" />}
          <small>
            {isComing ? formWords.asking : words.unknown} {!isComing && bind(formWords.unknownMore)}
          </small>
        </div>
      )}
    </div>
  );
}
