import type { interfaces } from 'ask-sdk-model';

export type Screen = interfaces.alexa.presentation.apl.RenderDocumentDirective;

/**
 * A screen that scrolls when its content is longer, on every viewport: on round ones the content keeps away from the
 * rim, on small ones it is narrower, on a television larger.
 * https://developer.amazon.com/docs/alexa-presentation-language/apl-document.html
 */
export function frame(token: string, items: readonly object[], datasources: Readonly<Record<string, unknown>>): Screen {
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token,
    document: {
      type: 'APL',
      version: '2023.3',
      theme: 'dark',
      resources: [
        { dimensions: { title: '24dp', text: '38dp', small: '22dp', rim: '6vh' } },
        { when: "${viewport.shape == 'round'}", dimensions: { title: '20dp', text: '28dp', small: '18dp', rim: '22vh' } },
        { when: "${viewport.shape != 'round' && viewport.height < 600}", dimensions: { title: '20dp', text: '28dp', small: '18dp' } },
        { when: "${viewport.mode == 'tv'}", dimensions: { title: '20dp', text: '32dp', small: '18dp' } },
      ],
      mainTemplate: {
        parameters: ['payload'],
        items: [
          {
            type: 'ScrollView',
            width: '100vw',
            height: '100vh',
            items: [
              {
                type: 'Container',
                width: '100%',
                paddingTop: '@rim',
                paddingBottom: '@rim',
                paddingLeft: "${viewport.shape == 'round' ? '14vw' : '5vw'}",
                paddingRight: "${viewport.shape == 'round' ? '14vw' : '5vw'}",
                items,
              },
            ],
          },
        ],
      },
    },
    datasources,
  };
}
