import { signature } from '../../config/mail';
import type { Block, Letter } from '../../schemas/mail';
import { oneLine } from '../../schemas/text';
import { footer } from './letters/wording';

/** The same letter as plain text, in lines that every mail program shows whole. */
export function letterText({ to, blocks }: Letter): string {
  const parts = [wrapped(`Kính gửi: ${oneLine(to)}`), ...blocks.map(blockText)];
  return `${[...parts, `Trân trọng,\n${signature.join('\n')}`, `-- \n${wrapped(footer)}`].join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'lead':
    case 'text':
      return wrapped(oneLine(block.text));
    case 'heading':
      return oneLine(block.text).toUpperCase();
    case 'facts':
      return block.rows.map(([name, value]) => wrapped(`- ${oneLine(name)}: ${oneLine(value)}`, '  ')).join('\n');
    case 'points':
      return block.items
        .map(({ place, about, message, proposal }, index) => {
          const title = `${index + 1}. ${oneLine(place)}${about === '' ? '' : ` - ${oneLine(about)}`}`;
          const mend = proposal === null ? [] : [`   ${wrapped(`Đề nghị: ${oneLine(proposal)}`, '   ')}`];
          return [wrapped(title, '   '), `   ${wrapped(oneLine(message), '   ')}`, ...mend].join('\n');
        })
        .join('\n\n');
    case 'table': {
      const [, ...heads] = block.head.map((head) => oneLine(head).replace(/^./u, (first) => first.toLowerCase()));
      const line = ([first = '', ...cells]: readonly string[]) => {
        const said = cells.flatMap((cell, index) => (cell === '' ? [] : `${heads[index]} ${oneLine(cell)}`));
        return `- ${oneLine(first)}${said.length === 0 ? '' : `: ${said.join('; ')}`}`;
      };
      return block.rows.map((row) => wrapped(line(row), '  ')).join('\n');
    }
  }
}

const width = 72;

/** Broken at blanks; the lines after the first begin with `indent`. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}
