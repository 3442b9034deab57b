/** numfmt's own types stand behind an exports map that our module resolution does not follow. */
declare module 'numfmt' {
  /** A value as a spreadsheet shows it in a number format (ECMA-376, 18.8.30). Throws on a pattern that it cannot parse. */
  export function format(pattern: string, value: number): string;
}
