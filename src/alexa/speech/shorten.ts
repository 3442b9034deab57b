const COMFORTABLE = 320;

/** A long text in two: what can be listened to at once, up to the end of a sentence or a word, and the rest. */
export function shorten(text: string): { readonly spoken: string; readonly rest: string } {
  if (text.length <= COMFORTABLE) return { spoken: text, rest: '' };
  const head = text.slice(0, COMFORTABLE);
  const sentenceEnd = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  const cut = sentenceEnd > COMFORTABLE / 3 ? sentenceEnd + 1 : head.lastIndexOf(' ');
  return { spoken: text.slice(0, cut).trim(), rest: text.slice(cut).trim() };
}
