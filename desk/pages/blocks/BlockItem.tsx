import type { JSX } from 'preact';
import type { DeskBlock } from '../../../src/contract/desk/blocks.ts';
import { routeAddress } from '../../models/router.ts';
import { afterDrawing, focusIfLost } from '../../views/focus.ts';
import { SureButton } from '../../views/SureButton.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { BlocksModel } from './blocks-model.ts';

/** The id of the heading of those that stand. */
export const HEADING = 'blocks-standing';

interface Props {
  block: DeskBlock;
  model: BlocksModel;
  isAdmin: boolean;
}

/** One block: whom it stops, why, who set it and until when; one that stands can be lifted. */
export function BlockItem({ block, model, isAdmin }: Props): JSX.Element {
  const w = words.value.blocks;
  const { id, kind, shop, range, reason, addedBy, since, until, liftedAt, liftedBy, isActive } = block;
  const of = shop ? w.ofShop(shop.name) : w.ofRange(range ?? '');
  async function lift(): Promise<void> {
    await model.lift(id);
    // A block that is over moves to the other list, and its buttons go with it.
    afterDrawing(() => focusIfLost(document.getElementById(HEADING)));
  }
  return (
    <li>
      <div class="block-words">
        <p class="row">
          {shop ? (
            <a href={routeAddress({ page: 'shops', id: `${shop.id}` })} dir="auto">
              {shop.name}
            </a>
          ) : (
            <code>{range}</code>
          )}
          {shop && <span class="muted">{shop.supportNumber}</span>}
          {isActive && <span class="pill">{w.until(momentInFull(until))}</span>}
        </p>
        <p dir="auto">{reason}</p>
        <p class="muted">
          {w.added(momentInFull(since), addedBy?.name ?? w.operator)}
          {!isActive && (
            <>
              <br />
              {liftedAt ? w.lifted(momentInFull(liftedAt), liftedBy?.name ?? w.operator) : w.ended(momentInFull(until))}
            </>
          )}
        </p>
      </div>
      <SureButton
        isPossible={isActive && (isAdmin || kind === 'shop')}
        isAsking={model.asking.value === id}
        ask={(isAsked) => {
          model.asking.value = isAsked ? id : null;
        }}
        act={lift}
        words={{ act: w.lift, sure: w.liftSure, yes: w.liftYes, no: w.liftNo }}
        of={of}
        heading={HEADING}
      />
    </li>
  );
}
