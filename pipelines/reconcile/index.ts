import type { Catalogue } from '../../schemas/catalogue';
import type { ReportedFile } from '../../schemas/submission';
import { revisionFindings } from './revision';
import { reconcile } from './sources';

/** How the files of one province, period and form are held against each other; the loader is handed this. */
export const reconciling = (catalogue: Catalogue) => ({
  catalogue,
  reconcile,
  revisionFindings: (before: readonly [ReportedFile, ...ReportedFile[]], after: ReportedFile) =>
    revisionFindings(before, after, catalogue),
});
