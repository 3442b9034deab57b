/** Keeps the values used last, as long as they weigh at most `limit` bytes together. */
export class Kept<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly bytes: number }>();
  private bytes = 0;

  /** `weigh` tells how many bytes a value holds. */
  constructor(
    private readonly limit: number,
    private readonly weigh: (value: Value) => number,
  ) {}

  /** The value of a key, made when it is not there. */
  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = this.entries.get(key)?.value ?? (await make());
    this.forget(key);
    const bytes = this.weigh(value);
    this.entries.set(key, { value, bytes });
    this.bytes += bytes;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.limit) break;
      this.forget(oldest);
    }
    return value;
  }

  private forget(key: string): void {
    this.bytes -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
  }
}
