import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConversations } from '../evaluation/conversations/read';
import { holdConversation, type TurnOutcome } from '../evaluation/conversations/run';
import { conversationTable, scoreConversations } from '../evaluation/conversations/score';
import { withEmptyServer } from './empty-server';
import { createProgress } from './progress';
import { warmModel } from './warm-model';

interface ConversationsArguments {
  /** The desk corpus, such as data/desk. */
  readonly folder: string;
  readonly all: boolean;
  readonly out: string;
}

/** Holds conversations with a server of this program over HTTP, and writes the table and every turn. */
export async function evaluateConversations(env: NodeJS.ProcessEnv, { folder, all, out }: ConversationsArguments): Promise<void> {
  const conversations = readConversations(folder, all);
  const model = await warmModel(env);
  const progress = createProgress();
  const outcomes: TurnOutcome[] = [];
  try {
    await withEmptyServer(env, model, async (server) => {
      for (const [index, conversation] of conversations.entries()) {
        progress.update('conversations', index, conversations.length);
        outcomes.push(...(await holdConversation(server, conversation)));
      }
    });
  } finally {
    progress.stop();
    await model.close();
  }
  const scores = scoreConversations(outcomes);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'conversations.json'), `${JSON.stringify({ model: model.version, scores, outcomes }, null, 2)}\n`);
  process.stdout.write(`${conversationTable(scores)}\n\nmodel ${model.version}; every turn in ${join(out, 'conversations.json')}\n`);
}
