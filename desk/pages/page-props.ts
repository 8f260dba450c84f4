import type { Ask } from '../client/ask.ts';
import type { DeskModel } from '../models/desk-model.ts';

/** What every page is given. */
export interface PageProps {
  model: DeskModel;
  /** the service */
  ask: Ask;
  /** what of many is shown, from the address */
  id: string | null;
}
