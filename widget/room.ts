import type { JSX } from 'preact';
import type { PanelModel } from './models/panel-model.ts';

/** A place of the drawer that downloads when it is asked for. It reads from `place` where in it to be. */
export type Room = (props: { model: PanelModel }) => JSX.Element;
