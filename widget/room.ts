import type { JSX } from 'preact';
import type { PanelModel } from './models/panel-model.ts';

/** A place of the drawer that downloads when it is asked for. It reads from `place` where in it to be. */
export interface Room {
  (props: { model: PanelModel }): JSX.Element;
  /** files were dropped or pasted there; none while they are dragged over it */
  take: (place: string, files: File[]) => void;
  /** Adds a text to the reply that is being written in a ticket's thread. Resolves once it is kept. */
  append: (number: string, text: string) => Promise<void>;
}
