import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { serviceNow } from '../../../browser/service-clock.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { BlockForm } from './BlockForm.tsx';
import { BlockItem, HEADING } from './BlockItem.tsx';
import { BlockFormModel } from './block-form-model.ts';
import { createBlocksClient } from './blocks-client.ts';
import { BlocksModel } from './blocks-model.ts';

/** The blocks in force and those that are over, and a form for a new one. */
export function BlocksPage({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => new BlocksModel(createBlocksClient(http)));
  const form = useModel(
    () =>
      new BlockFormModel({
        client: createBlocksClient(http),
        shops: [],
        now: serviceNow,
        onBlocked: () => void model.refresh(),
      }),
  );
  const event = desk.lastEvent.value;
  // A block may also end by itself: they are read again whenever relative times are updated.
  useEffect(() => void model.refresh(), [desk.now.value, event?.action.startsWith('block.') && event]);
  const w = words.value.blocks;
  const isAdmin = desk.me.value.role === 'admin';
  const lifted = model.lifted.value;
  const isRead = model.blocks.value !== null;
  return (
    <div class="columns blocks-columns">
      <div class="fields">
        <div role="status">
          {!isRead && !model.hasFailed.value && words.value.loading}
          {lifted && <p class={lifted === 'done' ? 'notice good' : 'notice warn'}>{w.liftOutcomes[lifted]}</p>}
        </div>
        <div role="alert">
          {model.hasFailed.value &&
            (isRead ? <p class="notice warn">{w.notFresh}</p> : <NotLoaded text={w.notLoaded} again={model.refresh} />)}
        </div>
        {isRead && (
          <>
            <section class="panel" aria-labelledby={HEADING}>
              <h3 id={HEADING} tabIndex={-1}>
                {w.standing}
              </h3>
              {model.standing.value.length === 0 && <p class="muted">{w.noneStands}</p>}
              <ul class="blocks">
                {model.standing.value.map((block) => (
                  <BlockItem key={block.id} block={block} model={model} isAdmin={isAdmin} />
                ))}
              </ul>
              {!isAdmin && <p class="muted">{w.onlyAdmins}</p>}
            </section>
            <section class="panel" aria-labelledby="blocks-over">
              <h3 id="blocks-over">{w.over}</h3>
              {model.over.value.length === 0 && <p class="muted">{w.noneOver}</p>}
              <ul class="blocks">
                {model.over.value.map((block) => (
                  <BlockItem key={block.id} block={block} model={model} isAdmin={isAdmin} />
                ))}
              </ul>
            </section>
          </>
        )}
      </div>
      <section class="panel" aria-labelledby="blocks-add">
        <h3 id="blocks-add">{w.add}</h3>
        <BlockForm model={form} isAdmin={isAdmin} isNamed />
      </section>
    </div>
  );
}
