/** Intents of the skill beside its carriers and Amazon's own. */
export interface Slot {
  readonly name: string;
  readonly type: string;
  readonly samples?: readonly string[];
}

export interface Intent {
  readonly name: string;
  readonly slots?: readonly Slot[];
  readonly samples: readonly string[];
}

export const QUERY: Slot = { name: 'query', type: 'AMAZON.SearchQuery' };

export const OWN_INTENTS: readonly Intent[] = [
  {
    name: 'AskQuestionIntent',
    slots: [{ ...QUERY, samples: ['{query}', 'ask {query}', 'my question is {query}'] }],
    samples: phrases('ask {query} | my question is {query} | the question is {query} | find {query} | search for {query}'),
  },
  {
    name: 'SetContextIntent',
    slots: [{ name: 'topic', type: 'TOPIC', samples: ['{topic}', 'the {topic}', 'about {topic}', 'switch to {topic}'] }],
    samples: phrases(`
      {topic} | switch to {topic} | switch to the {topic} | use {topic} | use the {topic} | set the context to {topic} | set the topic to {topic}
      change the topic to {topic} | talk about {topic} | let's talk about {topic} | go back to {topic} | go to {topic} | change to {topic}
      change the topic | choose a topic | switch the topic | set the context
    `),
  },
  {
    name: 'DictateIntent',
    slots: [{ name: 'passage', type: 'AMAZON.SearchQuery', samples: ['{passage}', 'remember that {passage}', 'add that {passage}'] }],
    samples: phrases(`
      remember that {passage} | remember {passage} | please remember that {passage} | add that {passage} | note that {passage} | note down that {passage}
      the context is {passage} | write down that {passage} | make a note that {passage} | take a note that {passage} | keep in mind that {passage}
      don't forget that {passage}
    `),
  },
  {
    name: 'FinishDictationIntent',
    samples: phrases(
      `that's all | that is all | that's it | that'll be all | i am done | i'm done | i'm finished | end of the note | that's everything`,
    ),
  },
  {
    name: 'NothingMoreIntent',
    samples: phrases(
      'nothing | nothing else | nothing thanks | nothing more | no more questions | no that is all | no that is it | not now',
    ),
  },
  {
    name: 'ThanksIntent',
    samples: phrases(
      'thank you | thanks | thanks a lot | many thanks | thank you very much | thank you so much | great thanks | okay thank you',
    ),
  },
  {
    name: 'GoodbyeIntent',
    samples: phrases(
      'thank you goodbye | thanks bye | thank you bye | see you | see you later | have a nice day | have a good day | good night',
    ),
  },
  { name: 'GreetingIntent', samples: phrases('hello | hi | hey | hi there | hello there | good morning | good afternoon | good evening') },
  {
    name: 'IdentityIntent',
    samples: phrases('who are you | what are you | are you a robot | are you human | are you a real person | who am i talking to'),
  },
  {
    name: 'PersonIntent',
    samples: phrases(`
      can i talk to a person | can i speak to a person | can i talk to someone | can i speak to someone | talk to a human | i want to talk to a person
      let me talk to somebody | operator | put me through to someone | i need a human | can i speak to the manager
    `),
  },
  { name: 'SureIntent', samples: phrases('are you sure | are you sure about that | is that right | really') },
  {
    name: 'SlowerIntent',
    samples: phrases(`
      slower | slower please | more slowly | slow down | repeat that slowly | repeat slowly | say that again slowly | say it slowly | say that slower
      can you say that slower | can you speak slower | speak slower | speak more slowly | not so fast | too fast
    `),
  },
  {
    name: 'ClearContextIntent',
    samples: phrases(`
      clear the context | clear the notes | clear my notes | clear it | forget my notes | forget the context | delete my notes | delete all my notes | forget all my notes
    `),
  },
  {
    name: 'ForgetNoteIntent',
    slots: [{ name: 'query', type: 'AMAZON.SearchQuery' }],
    samples: phrases('forget {query} | delete {query} | remove {query}'),
  },
  {
    name: 'ForgetLastNoteIntent',
    samples: phrases('forget that | forget that note | forget the last note | delete the last note | scratch that'),
  },
  {
    name: 'ListNotesIntent',
    samples: phrases('what are my notes | read my notes | list my notes | what did i note | my notes | what do you remember'),
  },
  {
    name: 'ListTopicsIntent',
    samples: phrases(`
      list the topics | list topics | topics | what topics do you have | which topics are there | which topics do you have | what are the topics | what topics are there
      what can i ask about | what do you know about
    `),
  },
  {
    name: 'CurrentTopicIntent',
    samples: phrases(`what is the topic | what's the topic | what are we talking about | which topic is this | what is the current topic`),
  },
  {
    name: 'EverythingIntent',
    samples: phrases(`
      go back to everything | back to everything | go back | leave the topic | leave this topic | search everything | look through everything | all topics | no topic
    `),
  },
  {
    name: 'SourceIntent',
    samples: phrases(`
      what is the source | what's the source | where does that come from | where did you get that | how do you know that | how do you know
      who says so | says who | name the source | give me the source | where does it say that | source
    `),
  },
  {
    name: 'MoreDetailIntent',
    samples: phrases(
      `tell me more | more detail | more details | give me more detail | go on | continue | keep going | read on | what else does it say | read me the text`,
    ),
  },
  {
    name: 'CapabilitiesIntent',
    samples: phrases(`what can i ask | what can i ask you | what can you do | what do you know | how does this work`),
  },
  {
    name: 'NotHelpfulIntent',
    samples: phrases(`
      that didn't help | that did not help | that's wrong | that is wrong | wrong answer | that is not what i asked | that's not what i asked | you misunderstood me | that's not right
    `),
  },
];

function phrases(text: string): string[] {
  return text
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
