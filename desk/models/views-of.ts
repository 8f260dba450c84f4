import { createViewsClient } from '../client/views-client.ts';
import type { DeskModel } from './desk-model.ts';
import { ViewsModel } from './views-model.ts';

const made = new WeakMap<DeskModel, ViewsModel>();

/** The kept views of a desk, the same for all that show them: they are loaded with the first of these. */
export function viewsOf(desk: DeskModel): ViewsModel {
  const views = made.get(desk) ?? new ViewsModel(createViewsClient(desk.client));
  made.set(desk, views);
  return views;
}
