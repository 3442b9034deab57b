/** First in, first out for each caller; callers take turns. */
export class FairQueue<Item> {
  /** In the order in which the callers' turns come. */
  private readonly lines = new Map<string, Item[]>();

  push(caller: string, item: Item): void {
    const line = this.lines.get(caller);
    if (line) line.push(item);
    else this.lines.set(caller, [item]);
  }

  /** The next item, whose caller goes to the end. */
  shift(): Item | undefined {
    for (const [caller, line] of this.lines) {
      const item = line.shift();
      this.lines.delete(caller);
      if (line.length > 0) this.lines.set(caller, line);
      return item;
    }
    return undefined;
  }

  /** How many items would come before a new one of this caller. */
  ahead(caller: string): number {
    const own = this.lines.get(caller)?.length ?? 0;
    let ahead = own;
    for (const [other, line] of this.lines) if (other !== caller) ahead += Math.min(line.length, own + 1);
    return ahead;
  }

  /** Takes an item out before its turn. */
  remove(caller: string, item: Item): void {
    const rest = this.lines.get(caller)?.filter((one) => one !== item) ?? [];
    if (rest.length > 0) this.lines.set(caller, rest);
    else this.lines.delete(caller);
  }
}
