import { createClient } from './client.ts';
import { withFiles } from './files/with-files.ts';
import { SubmissionModel } from './models/submission-model.ts';
import { CopyButton } from './views/CopyButton.tsx';
import { OnItsWay } from './views/OnItsWay.tsx';
import { Receipt } from './views/Receipt.tsx';

/**
 * What sending needs, and what is shown once something was sent. It downloads beside the form, which does not wait for
 * it: with its libraries it is as large as all the rest.
 */
const transport = { createClient, withFiles, SubmissionModel, views: { OnItsWay, Receipt, CopyButton } };

export type Transport = typeof transport;
export default transport;
