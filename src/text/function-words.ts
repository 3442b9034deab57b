/** Words that carry grammar rather than facts, lower-case. */
export const FUNCTION_WORDS = new Set(
  (
    'a an the of to in on at by for from with and or but as is are was were be been am do does did has have had will would can could ' +
    "may might shall should must it its it's he she they we you i me us them him her his their our your my this that these those there " +
    "here not no n't 's 're 'll 've 'd 'm so if then than too also just only please yes one who which what when where why how"
  ).split(' '),
);
