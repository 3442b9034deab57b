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
