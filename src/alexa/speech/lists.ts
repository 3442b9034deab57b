/** "rooms, dining or parking": a list as it is spoken. */
export function spokenList(items: readonly string[], conjunction: string, limit = 7): string {
  const shown = items.slice(0, limit);
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`;
}
