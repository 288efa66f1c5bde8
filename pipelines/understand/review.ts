import type { Document, Tree } from '../../schemas/cell';
import { reviewFields, withoutReview } from '../../schemas/review';

/** The document without what `findings --annotate` wrote into it: a mended copy that comes back says only its own figures. */
export function unmarked(document: Document): Document {
  if (document.kind === 'tree') return { ...document, root: withoutFields(document.root) };
  const grids = document.grids.map((grid) => ({ ...grid, rows: withoutReview(grid.rows, ({ text }) => text) }));
  return { ...document, grids };
}

const names: readonly string[] = Object.values(reviewFields);

function withoutFields(tree: Tree): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(withoutFields) };
  const fields = [...tree.fields].filter(([name]) => !names.includes(name));
  return { ...tree, fields: new Map(fields.map(([name, field]) => [name, withoutFields(field)])) };
}
