import type { JSX } from 'preact';
import type { PanelModel } from './models/panel-model.ts';

/** A place of the drawer that downloads when it is asked for. It reads from `place` where in it to be. */
export interface Room {
  (props: { model: PanelModel }): JSX.Element;
  /** files were dropped or pasted there; none while they are dragged over it */
  take: (place: string, files: File[]) => void;
}
