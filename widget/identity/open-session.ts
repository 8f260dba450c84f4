import type { EmbedConfig, PageSession } from '../host-page/embed-config.ts';
import { identityOf } from './identity.ts';

/** Opens the session of a panel that signs, or keeps the one that is open. A file of its own: most panels sign nothing. */
export default (config: EmbedConfig, page: PageSession): Promise<string | null> => identityOf(config, page).session();
