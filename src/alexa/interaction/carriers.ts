/**
 * Words that open a question. AMAZON.SearchQuery needs such a carrier in every sample and leaves it out of the slot's
 * value, so each is an intent of its own and the sentence is put together again from both.
 */
export interface Carrier {
  readonly intent: string;
  /** What is said in front of the slot. */
  readonly phrases: readonly string[];
  /** What stands in front of the slot's value in the sentence; empty when the value is the sentence. */
  readonly opening: string;
}

/** Openings that make a question of whatever follows. */
const QUESTION_WORDS = `
  what | what is, what's | what are, what're | what time, at what time | what kind of | what if | what about | what does | what do | what happens
  who | who is, who's | who can | whom | whose | when | when is, when's | when are | when do | when does | when can | where | where is, where's | where are
  where do | where can | which | which is | why | why is | how | how is, how's | how many | how much | how much is | how long | how long is | how far | how far is | how often | how old | how big
  how late | how early | how soon | how do i | how can i | how does | until when | till when | from when | by when | since when | from where | to whom
  in which | on which | at which | for how long | with whom
  is | is it | is there, is there any | isn't | are | are you | are there, are there any | am i | do | do you | do you have | do i | do i need | do we | don't you | does | does it | did | didn't
  can | can i | can you | can we | could | could i | could you | was | were | will | will there be | will i | would | would it | should | should i | shall | has | have | have you got | may | may i | must | must i | might
`;

/** Openings of what people say instead of a question: the sentence itself is read. */
const STATEMENT_WORDS = `
  i | i'm, i am | need | i need | i want | i want to | i'd like, i would like | i'd like to, i would like to | i have, i've | i lost, i've lost | i can't find | i forgot | i'm looking for, i am looking for | my | we | we're, we are | we have, we've | our
  there is, there's | there are | it | it's, it is | the | a | an | this | that | these | those | any | anything | someone | if i | if we | because | on | in | at | after | before | during | next
  and | and what about | and how about | how about | or | but | no i meant, i meant, no i mean, i mean | not | also | please | hello | hi | hey | okay | so | well | sorry | excuse me | thank you, thanks | to | from | with | without | by | near
`;

export const CARRIERS: readonly Carrier[] = [
  ...openings(QUESTION_WORDS),
  ...openings(STATEMENT_WORDS),
  {
    intent: 'TellMeIntent',
    opening: '',
    phrases: ['tell me', 'please tell me', 'can you tell me', 'could you tell me', 'would you tell me'],
  },
  { intent: 'TellMeAboutIntent', opening: 'tell me about', phrases: ['tell me about', 'about', 'something about', 'information about'] },
  {
    intent: 'NeedToKnowIntent',
    opening: '',
    phrases: [
      'i want to know',
      'i need to know',
      'do you know',
      'do you happen to know',
      'i would like to know',
      "i'd like to know",
      'i was wondering',
      'i wonder',
      'find out',
      'may i ask',
      'can i ask',
    ],
  },
  {
    intent: 'WhetherIntent',
    opening: 'whether',
    phrases: ['whether', 'if', 'tell me whether', 'tell me if', 'do you know if', 'do you know whether'],
  },
  { intent: 'ForIntent', opening: 'what is', phrases: ['for', 'give me', 'show me', 'look up', 'tell me for'] },
];

/** Whole sentences, behind no carrier or one that says nothing; and the notes to forget. */
const WHOLE_SENTENCE: Carrier = { intent: 'AskQuestionIntent', phrases: [], opening: '' };
const FORGET: Carrier = { intent: 'ForgetNoteIntent', phrases: [], opening: 'forget' };
const BY_INTENT = new Map([WHOLE_SENTENCE, FORGET, ...CARRIERS].map((each) => [each.intent, each]));

/** The carrier that an intent stands for; undefined when it takes no sentence. */
export function carrierOf(intent: string): Carrier | undefined {
  return BY_INTENT.get(intent);
}

const QUESTION_OPENINGS: readonly string[] = [...openings(QUESTION_WORDS).map(({ opening }) => opening), 'whether', 'how about', 'tell me'];

/** Whether a sentence begins as questions do: "what time ...", "is there ...". */
export function opensQuestion(sentence: string): boolean {
  const heard = sentence.toLowerCase();
  return heard.endsWith('?') || QUESTION_OPENINGS.some((opening) => heard.startsWith(`${opening} `));
}

/** The sentence as it was spoken: "what" + "time is breakfast", "whether" + "the pool is open" as "is the pool open". */
export function rebuildQuestion({ opening }: Carrier, value: string): string {
  const sentence = `${opening} ${value}`.trim();
  const [, clause] = /^(?:whether|if) (.{1,500})$/u.exec(sentence) ?? [];
  return clause === undefined || opening === 'if i' || opening === 'if we' ? sentence : invert(clause);
}

const VERB = /^(.{1,60}?) (is|are|was|were|can|could|may|must|should|will|would|has) (.{1,400})$/u;

/** "the pool is open" as the question "is the pool open"; "you have parking" as "do you have parking". */
function invert(clause: string): string {
  const [, subject, verb, rest] = VERB.exec(clause) ?? [];
  if (subject !== undefined && subject.split(' ').length <= 5) return `${verb} ${subject} ${rest}`;
  return /^(?:i|you|we|they) /u.test(clause) ? `do ${clause}` : `${clause}?`;
}

function openings(words: string): Carrier[] {
  return words
    .split(/[|\n]/u)
    .map((group) => group.split(',').map((phrase) => phrase.trim()))
    .filter(([opening]) => opening !== undefined && opening !== '')
    .map(([opening = '', ...others]) => ({ intent: intentName(opening), opening, phrases: [opening, ...others] }));
}

/** "what time" is asked through WhatTimeIntent. */
function intentName(opening: string): string {
  const words = opening.replace(/'/gu, '').split(' ');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Intent`;
}
