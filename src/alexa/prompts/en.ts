/** Everything the skill says of its own accord, as a courteous person would say it. */
export const en = {
  welcomeFirst: (topics: string): string =>
    `Welcome to the front desk. I answer questions from the desk's own texts, about ${topics} and more. What would you like to know?`,
  welcomeFirstNoTopics: 'Welcome to the front desk. You can dictate a note to me by saying: remember that. What would you like to do?',
  welcomeBack: (topic: string): string => `Welcome back. We were talking about ${topic}. What would you like to know?`,
  welcomeBackPlain: 'Welcome back. What would you like to know?',
  askReprompt: 'You can ask, for example: what time is breakfast. What would you like to know?',
  anythingElse: [
    'What else would you like to know?',
    'What else can I tell you?',
    'Is there something else you would like to ask? Just say it.',
  ],
  anythingElseReprompt: 'Ask me another question, or say stop when you are done.',
  emptyQuestion: "I didn't catch a question. What would you like to know?",
  notInText: (topic: string): string => `I'm sorry, ${topic} doesn't say.`,
  nothingToRead: 'There is nothing to read yet. Choose a topic, or say: remember that, and then a sentence.',
  whichTopic: (topics: string): string => `I have ${topics}. Which one would you like?`,
  whichOfThese: (topics: string): string => `Do you mean ${topics}?`,
  whichTopicReprompt: 'Which topic would you like?',
  topicSet: (topic: string): string => `All right, ${topic}. What would you like to know?`,
  topicUnknown: (name: string, topics: string): string => `I don't have ${name}. I have ${topics}. Which one would you like?`,
  topics: (topics: string): string => `I have ${topics}. Which one would you like to ask about?`,
  noTopics: 'There are no topics yet. You can dictate a note by saying: remember that.',
  currentTopic: (topic: string): string => `We are talking about ${topic}. What would you like to know?`,
  noTopic: 'I look through all our texts. What would you like to know?',
  yourNotes: 'your notes',
  allTexts: 'all our texts',
  noted: (passage: string): string => `Noted: ${passage}. You can go on, or say: that's all.`,
  notedReprompt: "Say: remember that, and the next sentence, or say: that's all.",
  notesDone: (count: number): string =>
    `Good, I will remember ${count === 1 ? 'that sentence' : `those ${count} sentences`}. What would you like to know?`,
  notesEmpty: 'There are no notes yet. Say: remember that, and then a sentence. What shall I remember?',
  notesTooLong: 'Your notes are full. Say: clear the notes, to begin again.',
  cleared: 'Your notes are cleared. I look through all our texts again. What would you like to know?',
  source: (source: string, sentence: string): string => `That is from ${source}. It says: ${sentence}`,
  noSource: 'There is no answer yet whose source I could name. What would you like to know?',
  moreDetail: (sentences: string): string => `The text says: ${sentences}`,
  moreToHear: 'There is more of it: say more to hear it, or ask me something else. What would you like?',
  noMore: 'There is nothing more about it. What else would you like to know?',
  nothingToRepeat: "I haven't said anything yet. What would you like to know?",
  startOver: 'All right, from the beginning, with all our texts. What would you like to know?',
  yesWithoutQuestion: 'Gladly. What would you like to know?',
  noWithoutQuestion: 'All right. Ask me something else, or say stop.',
  help: (topics: string): string =>
    `Ask me as you would ask a person at a desk, for example: what time is breakfast, or: can I bring my dog. To choose a topic, say: switch to ${topics}. To hear where an answer comes from, say: what is the source. What would you like to know?`,
  helpNotes:
    "You are dictating. Say: remember that, and a sentence. Say: that's all, when you have finished, or: clear the notes. What shall I remember?",
  helpOtherWords:
    'Try it in a few plain words, such as: when is check-out, where is the pool, or how much is parking. What would you like to know?',
  fallback: "I'm sorry, I didn't understand that. What would you like to know?",
  thanksForFeedback: 'Thank you for telling me, I have passed it on. Shall we try it in other words? What would you like to know?',
  goodbye: ['Goodbye.', 'Goodbye, and have a good day.', 'Until next time.'],
  tooSlow: "I'm sorry, that took me too long. Please ask it once more.",
  broken: "I'm sorry, something went wrong on my side. Please ask it once more.",
  oneMoment: 'One moment, please.',
} as const;

export type Prompts = typeof en;
