import type { interfaces } from 'ask-sdk-model';
import type { Answer } from '../../assistant/ports';
import { escapeXml } from './markup';

/** An APL document for devices with a screen: the answer, and below it the evidence with its source. */
export function answerDocument(answer: Answer): interfaces.alexa.presentation.apl.RenderDocumentDirective {
  const evidence = answer.answerable ? `<b>${escapeXml(answer.evidence.text)}</b><br>${escapeXml(answer.evidence.source)}` : '';
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: 'answer',
    document: {
      type: 'APL',
      version: '2023.3',
      mainTemplate: {
        parameters: ['payload'],
        items: [
          {
            type: 'Container',
            width: '100vw',
            height: '100vh',
            paddingLeft: '5vw',
            paddingRight: '5vw',
            justifyContent: 'center',
            items: [
              { type: 'Text', text: '${payload.answer.question}', fontSize: '24dp', color: '#9fb3c8' },
              { type: 'Text', text: '${payload.answer.text}', fontSize: '40dp', paddingTop: '16dp' },
              { type: 'Text', text: '${payload.answer.evidence}', fontSize: '22dp', color: '#d9e2ec', paddingTop: '24dp' },
            ],
          },
        ],
      },
    },
    datasources: { answer: { question: escapeXml(answer.question), text: escapeXml(answer.answer), evidence } },
  };
}
