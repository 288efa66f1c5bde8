import { storable } from '../../schemas/text';
import { limits } from './limits';
import { tooLarge } from './refusals';
import type { Attributes } from './xml';

/**
 * The text of one shared or inline string: its runs joined, without the phonetic guides that stand beside East Asian
 * words. Levels count from the string's own element: 1 is its child.
 */
export class RichText {
  private whole = '';
  private piece = '';
  private hearing = false;
  private phonetic = false;
  private preserved = false;

  open(name: string, attributes: Attributes, level: number): void {
    if (level === 1) this.phonetic = name === 'rPh';
    this.hearing = name === 't' && level <= 2 && !this.phonetic;
    this.preserved = attributes['xml:space'] === 'preserve';
    this.piece = '';
  }

  text(text: string): void {
    if (this.hearing) this.piece += text;
  }

  close(): void {
    if (!this.hearing) return;
    this.hearing = false;
    // Excel shows no blanks at the ends unless they are said to be meant.
    this.whole += this.preserved ? this.piece : trimmed(this.piece);
  }

  /** What was heard since the last time. */
  take(): string {
    const text = written(this.whole);
    this.whole = '';
    return text;
  }
}

/** A string as typed: `_x000D_` is how the format writes what XML cannot hold, `_x005F_` the underscore before such text. */
export function written(text: string): string {
  if (text.length > limits.cellCharacters * escapeLength) throw tooLong();
  const plain = text.includes('_x')
    ? storable(text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
    : text;
  if (plain.length > limits.cellCharacters) throw tooLong();
  return plain;
}

const escapeLength = '_x000D_'.length;
const tooLong = () => tooLarge(`một ô dài hơn ${limits.cellCharacters} ký tự`);

/** Blanks of XML at the ends; most texts have none, and looking is faster than matching. */
function trimmed(text: string): string {
  return /[ \t\r\n]/.test(text.charAt(0) + text.charAt(text.length - 1))
    ? text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, '')
    : text;
}
