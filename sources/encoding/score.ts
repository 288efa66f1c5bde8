import { isSyllable } from './syllable';
import { knownWords } from './words';

/** A way to read a sample, to be weighed against others. */
export interface Candidate {
  readonly name: string;
  readonly read: (word: string) => string;
  /** What a word of letters that is no Vietnamese is worth: 0, or more where the text may as well be another language. */
  readonly foreign: number;
}

export interface Verdict {
  readonly best: string;
  /** The next best that reads the sample otherwise. */
  readonly runnerUp: string | null;
  /** 0..1: the best one's mean worth of a word less the runner-up's. */
  readonly margin: number;
  /** The best leads by more than chance, */
  readonly clear: boolean;
  /** most of what it reads is Vietnamese, */
  readonly vietnamese: boolean;
  /** and too many words would read better the other way: two encodings in one file, or neither. */
  readonly contradicted: boolean;
}

/** At most so many different words are looked at: detection takes the same time for every size of file. */
const mostWords = 400;
/** One clear word more than the runner-up is enough (`Tổng` is worth 1; `số` against `sè` 0.2 more). */
const leastLead = 0.7;
const leastMean = 0.5;
/** In the sample reports, in every encoding, it is none at all. */
const mostContrary = 0.015;

/**
 * The candidate under which most words with non-ASCII letters are Vietnamese; on a tie the first. `sample`: text, or
 * bytes as latin1. Null where there is no such word.
 */
export function weigh(sample: string, candidates: readonly Candidate[]): Verdict | null {
  const words = accentedWords(sample);
  const ranked = candidates.map((candidate) => judged(candidate, words)).sort((a, b) => b.mean - a.mean);
  const best = ranked[0];
  if (words.length === 0 || best === undefined) return null;
  const runnerUp = ranked.find((other) => other.texts.some((text, at) => text !== best.texts[at])) ?? null;
  const leads = best.worths.map((worth, at) => worth - (runnerUp?.worths[at] ?? 0));
  const contrary = -sum(leads.filter((lead) => lead < 0));
  return {
    best: best.name,
    runnerUp: runnerUp?.name ?? null,
    margin: runnerUp === null ? 1 : Math.min(1, best.mean - runnerUp.mean),
    clear: runnerUp === null || sum(leads) >= leastLead,
    vietnamese: best.mean >= leastMean,
    contradicted: contrary >= leastLead && contrary > mostContrary * words.length,
  };
}

function judged({ name, read, foreign }: Candidate, words: readonly string[]) {
  const texts = words.map(read);
  const worths = texts.map((text) => worth(text, foreign));
  return { name, texts, worths, mean: sum(worths) / words.length };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);

/** The different words of the sample that hold more than ASCII, digits that touch them included; cut at 64 characters. */
function accentedWords(sample: string): string[] {
  const words = new Set<string>();
  for (let at = 0; at < sample.length && words.size < mostWords; at++) {
    if (!isAccented(sample.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && at - start < 32 && isWord(sample.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end < sample.length && end - at < 32 && isWord(sample.charCodeAt(end))) end++;
    words.add(sample.slice(start, end));
    at = end;
  }
  return [...words];
}

/** VISCII and TCVN 5712 have capitals even among the control codes. */
const isAccented = (unit: number) =>
  unit >= 0x80 || (unit < 0x20 && unit !== 0 && !(unit >= 0x07 && unit <= 0x0d) && unit !== 0x1a && unit !== 0x1b);
const isWord = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  isAccented(unit);

const before = /^[“‘‚„«‹§•–—]+/;
const after = /[”’»›…°²³¹½®©]+$/;
const between = /[\s–—“”‘’…«»/×]+/;

/** 0..1: how much like Vietnamese a run of characters without ASCII punctuation reads. */
function worth(text: string, foreign: number): number {
  const parts = text
    .split(between)
    .map((part) => part.replace(before, '').replace(after, ''))
    .filter((part) => part !== '');
  return parts.length === 0 ? 0.7 : Math.min(...parts.map((part) => wordWorth(part, foreign)));
}

function wordWorth(written: string, foreign: number): number {
  const word = written.replace(/^\d+/, '');
  if (/^[\dA-Za-z]*$/.test(word)) return 0.5;
  const small = word.toLowerCase();
  if (!/^\p{L}+$/u.test(word)) return 0;
  if (word !== small && word !== word.toUpperCase() && word.slice(1) !== small.slice(1)) return 0;
  if (small === 'đ') return 0.8;
  // ạ alone, or right behind digits, may as well be the wrong reading of a footnote mark.
  if (word.length === 1) return word === small && word === written ? 0.3 : 0;
  if (knownWords().has(small)) return 1;
  if (isSyllable(small)) return 0.8;
  if (/^[A-ZĐ]+$/.test(word)) return 0.5; // QĐ, CĐ
  return foreign;
}
