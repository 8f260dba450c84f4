import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskView } from '../../src/contract/desk/views.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { readListPlace } from '../models/list-address.ts';
import { routeAddress } from '../models/router.ts';
import { words } from '../words/words.ts';
import { SaveView } from './SaveView.tsx';
import { Sign } from './signs.tsx';

interface Props {
  model: DeskModel;
  close: () => void;
}

/** The kept views: the agent's own, the shared ones, and what is done with them. */
export function ViewsMenu({ model, close }: Props): JSX.Element {
  const texts = words.value.listParts;
  const isArranging = useSignal(false);
  const copied = useSignal<boolean | null>(null);
  const views = model.views.views.value ?? [];
  useEffect(() => {
    void model.views.read();
  }, []);
  const own = views.filter(({ isShared }) => !isShared);
  const shared = views.filter(({ isShared }) => isShared);
  const list = (some: readonly DeskView[]) =>
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
          <button type="button" class="view-item" onClick={() => go('?proof=unproven')}>
            <Sign of="unproven" />
            {texts.withoutProof}
          </button>
        </li>
        <li>
          <button type="button" class="view-item" onClick={() => go('?support=over')}>
            <Sign of="clock" />
            {texts.afterSupport}
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
      <p role="alert">{model.views.hasFailed.value && texts.viewsNotLoaded}</p>
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
  view: DeskView;
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
        </button>
      </li>
    );
  return (
    <li>
      <form
        class="view-form"
        onSubmit={async (event) => {
          event.preventDefault();
          hasFailed.value = !(await model.views.rename(view.id, name.peek().trim()));
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
            hasFailed.value = !(await model.views.remove(view.id));
          }}
        >
          <Sign of="cross" />
        </button>
        <p role="alert">{hasFailed.value && texts.viewNotSaved}</p>
      </form>
    </li>
  );
}
