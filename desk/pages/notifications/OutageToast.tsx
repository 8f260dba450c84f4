import type { JSX } from 'preact';
import type { DeskModel } from '../../models/desk-model.ts';
import { routeAddress } from '../../models/router.ts';
import { words } from '../../words/words.ts';

/** A new outage, in the corner of the page: it never takes the focus, and stays until somebody sees to it. */
export function OutageToast({ model }: { model: DeskModel }): JSX.Element | null {
  const w = words.value.notifications;
  const row = model.newOutage.value;
  if (!row) return null;
  const close = () => {
    model.newOutage.value = null;
  };
  return (
    <aside class="toast" aria-label={w.titles.outage}>
      <p>
        <strong>{w.titles.outage}:</strong> <a href={routeAddress({ number: row.number })}>{row.subject}</a>
      </p>
      <p class="muted">
        {row.number} · {row.shop.name}
      </p>
      <button type="button" class="plain" onClick={close}>
        {words.value.close}
      </button>
    </aside>
  );
}
