import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type CountedView, STANDING_VIEWS, VIEW_COUNTS_TO } from '../../src/contract/desk/views.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { readListPlace } from '../models/list-address.ts';
import { routeAddress } from '../models/router.ts';
import { viewsOf } from '../models/views-of.ts';
import { words } from '../words/words.ts';
import { SaveView } from './SaveView.tsx';
import { Sign } from './signs.tsx';

const [unproven, afterSupport] = STANDING_VIEWS;

interface Props {
  model: DeskModel;
  close: () => void;
}

/** The kept views: the agent's own, the shared ones, and what is done with them. */
export function ViewsMenu({ model, close }: Props): JSX.Element {
  const texts = words.value.listParts;
  const isArranging = useSignal(false);
  const copied = useSignal<boolean | null>(null);
  const views = viewsOf(model).views.value ?? [];
  // What waits in them is read again with the list, and by the same events.
  const { value: readAt } = model.lists.readAt;
  useEffect(() => {
    void viewsOf(model).read();
  }, [readAt]);
  const own = views.filter(({ isShared }) => !isShared);
  const shared = views.filter(({ isShared }) => isShared);
  const list = (some: readonly CountedView[]) =>
    some.map((view) => (
      <ViewItem key={view.id} view={view} model={model} close={close} isArranging={isArranging.value} />
    ));
  return (
    <section class="filter-panel views-menu" aria-label={texts.views}>
      <h2>{texts.myViews}</h2>
      {own.length > 0 ? <ul>{list(own)}</ul> : <p class="muted">{texts.noViews}</p>}
      <h2>{texts.sharedViews}</h2>
      <ul>
        <li>
          <button type="button" class="view-item" onClick={() => go(unproven)}>
            <Sign of="unproven" />
            {texts.withoutProof}
            <Waiting count={viewsOf(model).standing.value.get(unproven)} />
          </button>
        </li>
        <li>
          <button type="button" class="view-item" onClick={() => go(afterSupport)}>
            <Sign of="clock" />
            {texts.afterSupport}
            <Waiting count={viewsOf(model).standing.value.get(afterSupport)} />
          </button>
        </li>
        <li>
          <a class="view-item" href={routeAddress({ page: 'mails' })}>
            <Sign of="inbox" />
            {texts.withoutShop}
          </a>
        </li>
        {list(shared)}
      </ul>
      <p role="alert">{viewsOf(model).hasFailed.value && texts.viewsNotLoaded}</p>
      <hr />
      <SaveView model={model} />
      <p class="filter-foot">
        <button type="button" class="plain" onClick={copy}>
          {texts.copyAddress}
        </button>
        {views.length > 0 && (
          <button
            type="button"
            class="plain"
            aria-pressed={isArranging.value}
            onClick={() => {
              isArranging.value = !isArranging.peek();
            }}
          >
            {isArranging.value ? texts.arrangeDone : texts.arrange}
          </button>
        )}
      </p>
      <p role="status" class="muted">
        {copied.value === null ? '' : copied.value ? texts.copied : texts.notCopied}
      </p>
    </section>
  );

  function go(query: string): void {
    model.lists.go(readListPlace(query, false));
    close();
  }
  async function copy(): Promise<void> {
    copied.value = await navigator.clipboard.writeText(`${location.origin}${location.pathname}${location.search}`).then(
      () => true,
      () => false,
    );
  }
}

interface ItemProps extends Props {
  view: CountedView;
  isArranging: boolean;
}

function ViewItem({ view, model, close, isArranging }: ItemProps): JSX.Element {
  const texts = words.value.listParts;
  const name = useSignal(view.name);
  const hasFailed = useSignal(false);
  if (!isArranging)
    return (
      <li>
        <button
          type="button"
          class="view-item"
          onClick={() => {
            model.lists.go(readListPlace(view.query, false));
            close();
          }}
        >
          <Sign of="star" />
          <span dir="auto">{view.name}</span>
          <Waiting count={view.waiting} />
        </button>
      </li>
    );
  return (
    <li>
      <form
        class="view-form"
        onSubmit={async (event) => {
          event.preventDefault();
          hasFailed.value = !(await viewsOf(model).rename(view.id, name.peek().trim()));
        }}
      >
        <input
          required
          aria-label={texts.rename(view.name)}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
          }}
        />
        <button type="submit">{texts.save}</button>
        <button
          type="button"
          aria-label={texts.remove(view.name)}
          title={texts.remove(view.name)}
          onClick={async () => {
            hasFailed.value = !(await viewsOf(model).remove(view.id));
          }}
        >
          <Sign of="cross" />
        </button>
        <p role="alert">{hasFailed.value && texts.viewNotSaved}</p>
      </form>
    </li>
  );
}

/** How many tickets of a view wait; nothing where that is not counted. */
function Waiting({ count }: { count: number | undefined }): JSX.Element | null {
  if (count === undefined) return null;
  const shown = count < VIEW_COUNTS_TO ? `${count}` : `${VIEW_COUNTS_TO - 1}+`;
  return (
    <>
      {' '}
      <span class="count" title={words.value.listParts.waiting}>
        <span class="unseen">{words.value.listParts.waiting}: </span>
        {shown}
      </span>
    </>
  );
}
