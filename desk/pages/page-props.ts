import type { DeskHttp } from '../client/desk-http.ts';
import type { DeskModel } from '../models/desk-model.ts';

/** What every page is given. */
export interface PageProps {
  model: DeskModel;
  /** the service */
  http: DeskHttp;
  /** what of many is shown, from the address */
  id: string | null;
}
