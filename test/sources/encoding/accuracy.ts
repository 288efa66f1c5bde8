import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../config/root';
import { decodeAll, decoder, detect } from '../../../sources/encoding';
import { encode, forms } from './encode';

/**
 * Prints, for each form and length of text: % read right / % said to be sure / % sure and wrong; then speeds. Reports: all of
 * config/sample and config/reports; words: 500 draws of so many different accented words from the reports, and from prose
 * whose words the catalogue mostly does not know.
 */
function main(): void {
  const files = ['config/sample/2020', 'config/reports'].flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder)).map((name) => text(`${folder}/${name}`)),
  );
  for (const [name, lines] of [
    ['whole', Number.POSITIVE_INFINITY],
    ['6 lines', 6],
    ['3 lines', 3],
    ['1 line', 1],
  ] as const) {
    const heads = files
      .map((file) => file.split('\n').slice(0, lines).join('\n'))
      .filter((head) => accented.test(head));
    console.log(`\nreports, ${name} (${heads.length})`);
    for (const form of forms) console.log(`  ${form.padEnd(32)} ${share(heads, form)}`);
  }
  for (const [name, prose] of [
    ['reports', files.join('\n')],
    ['prose', text('README.vi.md')],
  ] as const) {
    const words = [...new Set(prose.match(/\p{L}+/gu))].filter((word) => accented.test(word));
    console.log(`\nwords of ${name} (${words.length}): 1, 2, 3, 5, 8, 15 of them`);
    for (const form of forms.filter((form) => !/bom|16/.test(form))) {
      const cells = [1, 2, 3, 5, 8, 15].map((count) => share(draws(words, count, 500), form).padEnd(18));
      console.log(`  ${form.padEnd(32)} ${cells.join('')}`);
    }
  }
  console.log('\nms to detect 1 MB; MB/s to decode in pieces of 64 kB (processor time)');
  for (const form of forms) console.log(`  ${form.padEnd(32)} ${speed(files[0] ?? '', form)}`);
}

const accented = /[^\0-\x7f]/;
const text = (file: string) =>
  readFileSync(path.join(projectRoot, file), 'utf8')
    .replace(/^\ufeff/, '')
    .normalize('NFC');

function share(texts: readonly string[], form: (typeof forms)[number]): string {
  let right = 0;
  let sure = 0;
  let wronglySure = 0;
  for (const text of texts) {
    const result = decodeAll(encode(text, form));
    if ('kind' in result) throw new Error(result.sentence);
    // The old fonts cannot tell a capital at the start of a word.
    const isRight = result.text.toLowerCase() === text.toLowerCase();
    if (isRight) right++;
    if (!result.decoding.doubtful) sure++;
    if (!result.decoding.doubtful && !isRight) wronglySure++;
  }
  return [right, sure, wronglySure].map((count) => Number(((count / texts.length) * 100).toFixed(1))).join('/');
}

function draws(words: readonly string[], count: number, times: number): string[] {
  let state = count;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return words[Math.floor((state / 2 ** 32) * words.length)] ?? '';
  };
  return Array.from({ length: times }, () => `${Array.from({ length: count }, next).join(';')};123\n`);
}

function speed(report: string, form: (typeof forms)[number]): string {
  const one = encode(report, form.replace(' bom', '') as typeof form);
  const many = Buffer.concat(Array.from({ length: Math.ceil(2e7 / one.length) }, () => one));
  const head = many.subarray(0, 1 << 20);
  const decoding = detect(head);
  if ('kind' in decoding) throw new Error(decoding.sentence);
  const decode = () => {
    const reader = decoder(decoding);
    for (let at = 0; at < many.length; at += 65536) reader.write(many.subarray(at, at + 65536));
    reader.end();
  };
  return `${median(() => detect(head))
    .toFixed(0)
    .padStart(3)} ms ${(many.length / 1e3 / median(decode)).toFixed(0).padStart(5)} MB/s`;
}

function median(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1000;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
}

main();
