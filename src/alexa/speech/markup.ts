const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as XML holds it: marks as entities, and none of the characters that XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

/** A run of digits, read one by one. */
export function digits(run: string): string {
  return `<say-as interpret-as="digits">${run}</say-as>`;
}

/** "2026-12-24" */
export function isoDate(date: string): string {
  return `<say-as interpret-as="date" format="ymd">${date}</say-as>`;
}
