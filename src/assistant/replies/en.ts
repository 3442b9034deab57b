import type { Replies } from './replies';

export const en: Replies = {
  social: {
    greeting: ['Hello, what can I do for you?', 'Hello, how can I help you?', 'Hello there, what would you like to know?'],
    thanks: ["You're welcome.", 'My pleasure.', "You're very welcome."],
    goodbye: ['Goodbye, and have a good day.', 'Goodbye, take care.', 'Goodbye, until next time.'],
    identity: [
      "I'm the assistant of this desk: a machine that reads the desk's own texts and answers from them. What would you like to know?",
    ],
    compliment: ["Thank you, I'm glad I could help.", "That's kind of you, thank you.", "I'm glad to hear it."],
    insult: [
      "I'm sorry that I wasn't of more help. Shall we try it in other words?",
      "I'm sorry. I do my best with the texts I have; please ask me once more.",
    ],
    apology: ['No problem at all. What would you like to know?', "That's quite all right. How can I help?"],
    'how-are-you': ["I'm fine, thank you. What can I do for you?", "I'm well, thank you for asking. How can I help you?"],
    sympathy: [
      "I hope it all goes well. I'm here if you want to know anything.",
      "I understand. I'm happy to help if there is anything else.",
    ],
    laughter: ["I'm glad you're in a good mood. What would you like to know?", 'Happy to hear you laugh. How can I help?'],
    acknowledgement: ["Good. I'm happy to help with anything else.", 'All right. Just ask if there is anything else, I am glad to help.'],
  },
  stop: ['All right, goodbye.', 'Goodbye, and have a good day.', 'Until next time, goodbye.'],
  capabilities: (topics, example, isInTopic) =>
    [
      topics ? `You can ask me anything about ${topics}.` : 'You can ask me about whatever the desk has texts on.',
      example === undefined ? '' : `For example: ${example}`,
      'Say "more" to hear more of an answer, or "what is the source" to hear where it comes from.',
      isInTopic ? 'To leave this topic, say "go back to everything".' : '',
    ]
      .filter(Boolean)
      .join(' '),
  startOver: 'All right, from the beginning, with all our texts. What would you like to know?',
  everything: 'All right, I look through all our texts again. What would you like to know?',
  nothingSaid: "I haven't said anything yet. What would you like to know?",
  noSource: 'There is no answer yet whose source I could name. What would you like to know?',
  source: (source, sentence) => `That is from ${source}. It says: ${sentence}`,
  sure: (source, sentence) => `I go by what is written in ${source}: ${sentence}`,
  unsure: "I only know what our texts say, and I found nothing about that. It's best to ask the people here.",
  more: (sentences) => `The text says: ${sentences}`,
  noMore: 'There is nothing more about it. What else would you like to know?',
  notedWithoutWords: 'Gladly. Say "remember that", and then the sentence.',
  noted: (note) => `Noted: ${note}`,
  noteNeedsSession: 'I can only keep notes within a conversation.',
  notes: (notes) => `You have ${notes.length === 1 ? 'one note' : `${notes.length} notes`}: ${notes.join(' ')}`,
  noNotes: 'You have no notes yet. Say "remember that", and then a sentence.',
  noteForgotten: (note) => `I have forgotten this note: ${note}`,
  noteUnknown: 'I have no such note.',
  notesCleared: 'Your notes are cleared.',
  notesFull: 'Your notes are full. Say "forget the first note", or "clear my notes".',
  topics: (topics) => `There are texts about ${topics}. Which one would you like to ask about?`,
  noTopics: 'There are no topics yet.',
  currentTopic: (topic) => `We are talking about ${topic}. To leave it, say "go back to everything".`,
  noTopic: 'I look through all our texts. What would you like to know?',
  topicChosen: (topic) => `All right, ${topic}. What would you like to know?`,
  topicUnknown: (name, topics) => `I don't have ${name}. I have ${topics}. Which one would you like?`,
  whichTopic: (topics) => `Do you mean ${topics}?`,
  handOver: "I'm a machine and can't put you through myself, but the people here at the desk will gladly help you.",
  emptyQuestion: "I didn't catch a question. What would you like to know?",
  nonsense: (example) =>
    `I'm sorry, I didn't understand that. ${example === undefined ? 'Could you say it in other words?' : `You can ask me, for example: ${example}`}`,
  notInTexts: "I'm sorry, our texts don't say.",
  notKnown: (question) => `I'm sorry, I found nothing on "${question}".`,
  notInTopic: (topic) => `I'm sorry, our texts about ${topic} don't say.`,
  nearby: (subject) => `I can tell you about ${subject}.`,
  deskAnswer: "the desk's own answer",
  list: (items, conjunction) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`,
};
