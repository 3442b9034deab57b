import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { CARRIERS, rebuildQuestion } from '../../src/alexa/interaction/carriers';
import { LOCALES, buildInteractionModel } from '../../src/alexa/interaction/interaction-model';
import { readDeskFolder } from '../../src/library/desk-folder';

const PROJECT = join(__dirname, '..', '..');
const MODELS = join(PROJECT, 'skill-package', 'interactionModels', 'custom');

interface Intent {
  readonly name: string;
  readonly samples: readonly string[];
  readonly slots?: readonly { readonly name: string; readonly type: string; readonly samples?: readonly string[] }[];
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

/** Amazon's own schemas, from the package ask-smapi-model. `synonyms` is required there and optional in practice. */
function validator(definition: string): (value: unknown) => string {
  const spec = readJson(PROJECT, 'node_modules', 'ask-smapi-model', 'spec.json') as {
    definitions: Record<string, { required?: string[] }>;
  };
  for (const schema of Object.values(spec.definitions)) {
    if (schema.required) schema.required = schema.required.filter((name) => name !== 'synonyms');
  }
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'spec', ...spec });
  const validate = ajv.getSchema(`spec#/definitions/${definition}`);
  if (!validate) throw new Error(`no schema ${definition}`);
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

const intentsOf = (locale: string): Intent[] =>
  (readJson(MODELS, `${locale}.json`) as { interactionModel: { languageModel: { intents: Intent[] } } }).interactionModel.languageModel
    .intents;

test('the manifest is what the Skill Management API accepts', () => {
  const check = validator('v1.skill.Manifest.SkillManifestEnvelope');
  const manifest = readJson(PROJECT, 'skill-package', 'skill.json');
  expect(check(manifest)).toBe('');
  expect(check({ manifest: { manifestVersion: 1 } })).not.toBe('');
});

test('ask-resources.json names the package and no code of its own', () => {
  expect(readJson(PROJECT, 'ask-resources.json')).toEqual({
    askcliResourcesVersion: '2020-03-31',
    profiles: { default: { skillMetadata: { src: './skill-package' } } },
  });
});

describe.each(LOCALES)('the interaction model of %s', (locale) => {
  test('is what the Skill Management API accepts', () => {
    const check = validator('v1.skill.interactionModel.InteractionModelData');
    expect(check(readJson(MODELS, `${locale}.json`))).toBe('');
    expect(check({ interactionModel: { languageModel: {} } })).not.toBe('');
  });

  test('is up to date: run `front-desk skill` when this fails', async () => {
    const topics = (await readDeskFolder(join(PROJECT, 'data', 'sample-desk'))).map(({ topic }) => topic);
    expect(readJson(MODELS, `${locale}.json`)).toEqual(buildInteractionModel(topics));
  });

  test('keeps the rules for phrase slots', () => {
    for (const { name, samples, slots = [] } of intentsOf(locale)) {
      const phrases = slots.filter(({ type }) => type === 'AMAZON.SearchQuery');
      if (phrases.length === 0) continue;
      expect([name, slots.length]).toEqual([name, 1]);
      for (const sample of samples) expect(sample).toMatch(/^[a-z' ]+ \{\w+\}$/u);
    }
  });

  test('says no sample twice', () => {
    const samples = intentsOf(locale).flatMap((intent) => intent.samples);
    expect(samples.filter((sample, index) => samples.indexOf(sample) !== index)).toEqual([]);
  });
});

test('every locale that is published has a model', () => {
  const { manifest } = readJson(PROJECT, 'skill-package', 'skill.json') as { manifest: { publishingInformation: { locales: object } } };
  const models = readdirSync(MODELS).map((file) => file.replace('.json', ''));
  expect(Object.keys(manifest.publishingInformation.locales).sort()).toEqual(models.sort());
});

test('a question is rebuilt right whichever carrier catches it', () => {
  const question = 'what is the code';
  const rebuilt = CARRIERS.flatMap((carrier) =>
    carrier.phrases
      .filter((phrase) => question.startsWith(`${phrase} `))
      .map((phrase) => rebuildQuestion(carrier, question.slice(phrase.length + 1))),
  );
  expect(rebuilt).toEqual([question, question]);
});

test.each([
  ['what time is breakfast', 'WhatTimeIntent'],
  ['how much is parking', 'HowMuchIntent'],
  ['can i bring my dog', 'CanIIntent'],
  ['is there a pool', 'IsThereIntent'],
  ["who's the manager", 'WhoIsIntent'],
])('%j is caught without saying ask', (question, intent) => {
  const carrier = CARRIERS.find((candidate) => candidate.intent === intent);
  expect(carrier?.phrases.some((phrase) => question.startsWith(`${phrase} `))).toBe(true);
});
