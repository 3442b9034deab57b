/** "Pool & Sauna" is "pool-sauna". */
export function toSlug(name: string): string {
  return words(name).join('-');
}

/** The same for a name however it is written: "The Wi-Fi" and "wi fi" are one. */
export function comparableName(name: string): string {
  return words(name.replace(/^(?:the|our|your)\s+/iu, '')).join(' ');
}

function words(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
