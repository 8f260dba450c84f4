import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { serviceNow } from '../../../browser/service-clock.ts';
import type { DeskHttp } from '../../client/desk-http.ts';
import type { DeskModel } from '../../models/desk-model.ts';
import { routeAddress } from '../../models/router.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { BlockForm } from './BlockForm.tsx';
import { BlockFormModel } from './block-form-model.ts';
import { createBlocksClient } from './blocks-client.ts';

export interface BlockDialogProps {
  /** the shops that the agent wants to block */
  shops: readonly { id: number; name: string }[];
  model: DeskModel;
  http: DeskHttp;
}

/** Blocks shops, or a range of addresses instead, from where they are seen; then says what was done. */
export function BlockDialog({ shops, model: desk, http }: BlockDialogProps): JSX.Element {
  const w = words.value.blocks;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const model = useModel(
    () =>
      new BlockFormModel({
        client: createBlocksClient(http),
        shops,
        now: serviceNow,
        onBlocked: () => desk.open.peek()?.refresh(),
      }),
  );
  const blocked = model.blocked.value;
  const isDone = blocked.length > 0 && !model.isBusy.value && model.failure.value === null;
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it is unmounted, which gives the focus back.
    return () => shown?.close();
  }, []);
  useLayoutEffect(() => {
    if (isDone) heading.current?.focus();
  }, [isDone]);
  function leave(): void {
    desk.blocking.value = null;
  }
  return (
    <dialog ref={dialog} class="block-dialog" aria-labelledby="block-title" onClose={leave}>
      <h2 id="block-title" ref={heading} tabIndex={-1}>
        {w.title}
      </h2>
      {isDone ? (
        <div class="fields">
          <div role="status" class="fields">
            {blocked.map(({ what, until }) => (
              <p key={what} class="notice good">
                {w.blocked(what, momentInFull(until))}
              </p>
            ))}
          </div>
          <div class="row end">
            <a href={routeAddress({ page: 'blocks' })} onClick={leave}>
              {words.value.pages.blocks}
            </a>
            <button type="button" class="primary" onClick={leave}>
              {w.close}
            </button>
          </div>
        </div>
      ) : (
        <BlockForm model={model} isAdmin={desk.me.value.role === 'admin'} isNamed={false}>
          <button type="button" onClick={leave}>
            {w.cancel}
          </button>
        </BlockForm>
      )}
    </dialog>
  );
}
