import type { DeskHttp } from '../client/desk-http.ts';
import type { DeskModel } from '../models/desk-model.ts';

/** The props of every page. */
export interface PageProps {
  model: DeskModel;
  /** the service */
  http: DeskHttp;
  /** the id in the address, of what the page shows */
  id: string | null;
  /** the agent has other second factors than before */
  onFactors?: () => void;
}
