import { DefaultApiClient, SkillBuilders, type Skill } from 'ask-sdk-core';
import { tellMore, tellSource } from './handlers/about-answer';
import { ask } from './handlers/ask';
import { fallback, help, repeat, startOver, yesOrNo } from './handlers/conversation';
import { clearNotes, dictate, finishDictation } from './handlers/dictate';
import { sessionEnded, stop } from './handlers/ending';
import { errors } from './handlers/errors';
import { feedback } from './handlers/feedback';
import { launch } from './handlers/launch';
import { canFulfill, unknownRequest } from './handlers/other-requests';
import { setContext } from './handlers/set-context';
import { listTopics, tellTopic } from './handlers/topics';
import type { Voice } from './voice';

/** The skill: its handlers, the first that can takes the request. */
export function createSkill(voice: Voice): Skill {
  return SkillBuilders.custom()
    .addRequestHandlers(
      launch(voice),
      ask(voice),
      setContext(voice),
      dictate(voice),
      finishDictation(voice),
      clearNotes(voice),
      listTopics(voice),
      tellTopic(voice),
      tellSource(voice),
      tellMore(voice),
      feedback(voice),
      repeat(voice),
      startOver(voice),
      yesOrNo(voice),
      help(voice),
      fallback(voice),
      stop(voice),
      sessionEnded(voice),
      canFulfill(),
      unknownRequest(voice),
    )
    .addErrorHandlers(errors(voice))
    .withApiClient(new DefaultApiClient())
    .create();
}
