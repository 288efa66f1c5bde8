import path from 'node:path';
import { Eta } from 'eta';
import { signature } from '../../config/mail';
import { projectRoot } from '../../config/root';
import type { Block, Letter, Point } from '../../schemas/mail';
import { oneLine } from '../../schemas/text';
import { footer } from './letters/wording';

const eta = new Eta({ views: path.join(projectRoot, 'sinks/mail'), autoEscape: true, cache: true });

/** A letter as HTML: one column of tables with its styles inline, which Outlook shows, in a size that a telephone can be read in. */
export function letterHtml({ subject, to, blocks }: Letter): string {
  const page = eta.render('./letter', {
    subject: oneLine(subject),
    to: oneLine(to),
    blocks: blocks.map(shown),
    signature,
    footer,
    colours,
    font: `${face}font-size:16px;line-height:24px;color:#1f2933;`,
    small: `${face}font-size:15px;line-height:21px;color:#1f2933;`,
  });
  return page.replace(/\n{2,}/g, '\n');
}

const face = 'font-family:Arial,Helvetica,sans-serif;';
const colours = { good: '#1d7a46', act: '#b3261e', ask: '#8a5200', note: '#3a6ea5' } as const;

/** No text may turn the reading direction or break a line that follows it. */
function shown(block: Block): Block {
  switch (block.kind) {
    case 'facts':
      return { ...block, rows: block.rows.map(([name, value]) => [oneLine(name), oneLine(value)] as const) };
    case 'points':
      return { ...block, items: block.items.map(point) };
    case 'table':
      return { ...block, head: block.head.map(oneLine), rows: block.rows.map((row) => row.map(oneLine)) };
    default:
      return { ...block, text: oneLine(block.text) };
  }
}

const point = ({ place, about, message, proposal }: Point): Point => ({
  place: oneLine(place),
  about: oneLine(about),
  message: oneLine(message),
  proposal: proposal === null ? null : oneLine(proposal),
});
