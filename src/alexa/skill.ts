import { DefaultApiClient, SkillBuilders, type Skill } from 'ask-sdk-core';
import { sessionEnded, skillDisabled } from './handlers/ending';
import { errors } from './handlers/errors';
import { launch } from './handlers/launch';
import { canFulfill, unknownRequest } from './handlers/other-requests';
import { talk } from './handlers/talk';
import { touch } from './handlers/touch';
import type { Voice } from './voice';

/** The skill: its handlers, the first that can takes the request. */
export function createSkill(voice: Voice): Skill {
  return SkillBuilders.custom()
    .addRequestHandlers(
      launch(voice),
      talk(voice),
      touch(voice),
      sessionEnded(voice),
      skillDisabled(voice),
      canFulfill(),
      unknownRequest(voice),
    )
    .addErrorHandlers(errors(voice))
    .withApiClient(new DefaultApiClient())
    .create();
}
