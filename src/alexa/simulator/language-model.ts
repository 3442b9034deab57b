import { z } from 'zod';

/** The parts of an interaction model that utterances are resolved against. */
const languageModelSchema = z.object({
  interactionModel: z.object({
    languageModel: z.object({
      invocationName: z.string(),
      intents: z.array(
        z.object({
          name: z.string(),
          samples: z.array(z.string()).default([]),
          slots: z.array(z.object({ name: z.string(), type: z.string(), samples: z.array(z.string()).default([]) })).default([]),
        }),
      ),
      types: z
        .array(
          z.object({
            name: z.string(),
            values: z.array(
              z.object({ id: z.string().optional(), name: z.object({ value: z.string(), synonyms: z.array(z.string()).default([]) }) }),
            ),
          }),
        )
        .default([]),
    }),
  }),
});

export type LanguageModel = z.infer<typeof languageModelSchema>['interactionModel']['languageModel'];
export type ModelIntent = LanguageModel['intents'][number];
export type SlotValue = LanguageModel['types'][number]['values'][number];

/** Reads an interaction model as it stands in skill-package. Throws what is wrong with it. */
export function parseLanguageModel(content: unknown): LanguageModel {
  const result = languageModelSchema.safeParse(content);
  if (!result.success) throw new Error(`This is not an interaction model: ${z.prettifyError(result.error)}`);
  return result.data.interactionModel.languageModel;
}

/** What people say for Amazon's own intents, besides the samples of the model. */
export const BUILT_IN_UTTERANCES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me', 'what can i say'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up', 'goodbye', 'bye', 'exit', 'quit'],
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.NavigateHomeIntent': ['go home', 'home', 'take me home'],
  'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that', 'can you repeat that', 'what did you say'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure', 'yeah'],
  'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'nope'],
  'AMAZON.MoreIntent': ['more'],
  'AMAZON.NextIntent': ['next'],
};
