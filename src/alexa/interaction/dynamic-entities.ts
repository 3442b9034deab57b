import type { dialog } from 'ask-sdk-model';
import type { Topic } from '../../assistant/ports';

const MOST_VALUES = 100;

/** Tells Alexa which topics the library holds now, for the next half hour of this user. */
export function topicEntities(topics: readonly Topic[]): dialog.DynamicEntitiesDirective {
  return {
    type: 'Dialog.UpdateDynamicEntities',
    updateBehavior: 'REPLACE',
    types: [
      {
        name: 'TOPIC',
        values: topics.slice(0, MOST_VALUES).map(({ id, title, synonyms }) => ({
          id,
          name: { value: title.toLowerCase(), synonyms: synonyms.map((synonym) => synonym.toLowerCase()) },
        })),
      },
    ],
  };
}
