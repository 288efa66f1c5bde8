import { storable } from '../../schemas/text';
import { limits } from './limits';
import { tooLarge } from './refusals';
import type { Attributes } from './xml';

/**
 * The text of one shared or inline string: its runs joined, without the phonetic guides that stand beside East Asian
 * words and without what is struck out; a raised 1 is the footnote mark ¹, no digit of the number before it. Levels count
 * from the string's own element: 1 is its child.
 */
export class RichText {
  private whole = '';
  private piece = '';
  private hearing = false;
  private phonetic = false;
  private preserved = false;
  private struck = false;
  private raised = false;

  open(name: string, attributes: Attributes, level: number): void {
    if (level === 1) {
      this.phonetic = name === 'rPh';
      this.struck = this.raised = false;
    }
    if (level === 3 && name === 'strike') this.struck = !/^(0|false)$/.test(attributes.val ?? '');
    if (level === 3 && name === 'vertAlign') this.raised = attributes.val === 'superscript';
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
    const piece = this.preserved ? this.piece : trimmed(this.piece);
    if (!this.struck) this.whole += this.raised ? raisedText(piece) : piece;
  }

  /** What was heard since the last time. */
  take(): string {
    const text = written(this.whole);
    this.whole = '';
    return text;
  }
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789()'].map((each, index) => [each, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾'][index] ?? each]),
);
const raisedText = (text: string) => text.replace(/[\d()]/g, (each) => raised[each] ?? each);

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
