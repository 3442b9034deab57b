/**
 * Words that open a question. AMAZON.SearchQuery needs such a carrier in every sample and leaves it out of the slot's
 * value, so each is an intent of its own and the question is put together again from both.
 */
export interface Carrier {
  readonly intent: string;
  /** What is said in front of the slot. */
  readonly phrases: readonly string[];
  /** What stands in front of the slot's value in the question; empty when the value is the question. */
  readonly opening: string;
}

function carrier(intent: string, opening: string, ...phrases: string[]): Carrier {
  return { intent: `${intent}Intent`, opening, phrases: phrases.length > 0 ? phrases : [opening] };
}

export const CARRIERS: readonly Carrier[] = [
  carrier('What', 'what'),
  carrier('WhatIs', 'what is', 'what is', "what's"),
  carrier('WhatAre', 'what are'),
  carrier('WhatTime', 'what time', 'what time', 'at what time'),
  carrier('Who', 'who'),
  carrier('WhoIs', 'who is', 'who is', "who's"),
  carrier('When', 'when'),
  carrier('WhenIs', 'when is', 'when is', "when's"),
  carrier('Where', 'where'),
  carrier('WhereIs', 'where is', 'where is', "where's"),
  carrier('Which', 'which'),
  carrier('Why', 'why'),
  carrier('How', 'how'),
  carrier('HowMany', 'how many'),
  carrier('HowMuch', 'how much'),
  carrier('HowLong', 'how long'),
  carrier('HowFar', 'how far'),
  carrier('HowDoI', 'how do i', 'how do i', 'how can i'),
  carrier('Is', 'is'),
  carrier('IsThere', 'is there'),
  carrier('Are', 'are'),
  carrier('AreThere', 'are there'),
  carrier('Do', 'do'),
  carrier('DoYou', 'do you'),
  carrier('DoI', 'do i'),
  carrier('Does', 'does'),
  carrier('Did', 'did'),
  carrier('Can', 'can'),
  carrier('CanI', 'can i', 'can i', 'am i allowed to'),
  carrier('Could', 'could'),
  carrier('Was', 'was'),
  carrier('Were', 'were'),
  carrier('Will', 'will'),
  carrier('Should', 'should'),
  carrier('Has', 'has'),
  carrier('Have', 'have'),
  carrier('May', 'may'),
  carrier('TellMe', '', 'tell me', 'please tell me', 'can you tell me', 'could you tell me'),
  carrier('TellMeAbout', 'tell me about'),
  carrier('NeedToKnow', '', 'i want to know', 'i need to know', 'do you know', 'i would like to know', 'find out'),
];

/** The question as it was spoken: "what" + "time is breakfast". */
export function rebuildQuestion({ opening }: Carrier, value: string): string {
  return `${opening} ${value}`.trim();
}
