/** Amazon's own intents that the skill takes, with what people say for them. */
export const BUILT_IN_UTTERANCES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me', 'what can i say'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up', 'goodbye', 'bye', 'exit', 'quit'],
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.FallbackIntent': [],
  'AMAZON.NavigateHomeIntent': ['go home', 'home', 'take me home'],
  'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that', 'can you repeat that', 'what did you say'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure', 'yeah'],
  'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'nope'],
  'AMAZON.MoreIntent': ['more'],
  'AMAZON.NextIntent': ['next'],
};
