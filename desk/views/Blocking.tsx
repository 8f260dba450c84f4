import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskHttp } from '../client/desk-http.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { BlockDialogProps } from '../pages/blocks/BlockDialog.tsx';
import { loadBlockDialog } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { NotLoaded } from './NotLoaded.tsx';

/** The dialog that blocks shops, loaded when it is first asked for. */
export function Blocking({ model, http }: { model: DeskModel; http: DeskHttp }): JSX.Element {
  const loaded = useSignal<{ Dialog: ComponentType<BlockDialogProps> } | 'failed' | null>(null);
  const shops = model.blocking.value;
  function load(): void {
    loaded.value = null;
    loadBlockDialog().then(
      (Dialog) => {
        loaded.value = { Dialog };
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }
  useEffect(() => {
    if (shops && (loaded.peek() === null || loaded.peek() === 'failed')) load();
  }, [shops]);
  const now = loaded.value;
  return (
    <>
      {shops && now !== null && now !== 'failed' && <now.Dialog shops={shops} model={model} http={http} />}
      <div role="alert">{shops && now === 'failed' && <NotLoaded text={words.value.pageNotLoaded} again={load} />}</div>
    </>
  );
}
