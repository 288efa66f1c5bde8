import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Eta } from 'eta';
import { projectRoot } from '../../config/root';
import { annexOf, comparisonNote, type Publication } from './annex';
import { coverageOf, coverageText } from './coverage';

const eta = new Eta({ views: path.join(projectRoot, 'sinks/exports'), autoEscape: true, cache: true });

/** The table as one HTML file that needs nothing else, in the web page's looks: for a mail, a screen without the system, paper. */
export function tableHtml(publication: Publication): string {
  return eta.render('./table', {
    ...annexOf(publication),
    comparisonNote,
    coverage: coverageText(coverageOf(publication.whole)),
    style: readFileSync(path.join(projectRoot, 'sinks/pages/style.css'), 'utf8'),
  });
}
