/** So many answers are kept, enough for the days of thirty years; none about a long text. */
const mostKept = 10_000;
const longest = 60;

/**
 * The same reading of a text, done once for a text that comes again: a register of a million rows has a few words for its
 * sectors and a few hundred numbers of members. When too many are kept, all are let go.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const meaning = read(text);
    if (text.length > longest) return meaning;
    if (known.size >= mostKept) known.clear();
    known.set(text, meaning);
    return meaning;
  };
}
