import type { Answer } from '../../assistant/ports';
import { escapeXml } from '../speech/markup';
import { frame, type Screen } from './frame';

/** The question, the answer, and the sentence it stands in with the evidence marked, and where that is from. */
export function answerScreen(answer: Answer): Screen {
  const { evidence } = answer;
  return frame(
    'answer',
    [
      { type: 'Text', text: '${payload.answer.question}', fontSize: '@title', color: '#9fb3c8' },
      { type: 'Text', text: '${payload.answer.text}', fontSize: '@text', paddingTop: '16dp' },
      { type: 'Text', text: '${payload.answer.evidence}', fontSize: '@small', color: '#d9e2ec', paddingTop: '24dp' },
      { type: 'Text', text: '${payload.answer.source}', fontSize: '@small', color: '#9fb3c8', paddingTop: '8dp' },
    ],
    {
      answer: {
        question: escapeXml(answer.question),
        text: escapeXml(answer.answer),
        evidence: answer.answerable ? marked(evidence.sentence, evidence.text) : '',
        source: answer.answerable ? escapeXml(evidence.source) : '',
      },
    },
  );
}

/** A sentence with some of its words in bold. */
function marked(sentence: string, words: string): string {
  const start = sentence.indexOf(words);
  if (start < 0) return `<b>${escapeXml(words)}</b>`;
  const end = start + words.length;
  return `${escapeXml(sentence.slice(0, start))}<b>${escapeXml(words)}</b>${escapeXml(sentence.slice(end))}`;
}
