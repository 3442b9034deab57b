import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const turnSchema = z.object({
  q: z.string(),
  /** The full question; several are joined by " | ". Empty for talk. */
  rewritten: z.string(),
  /** The words of the text that answer it, likewise joined; empty when none does. */
  short: z.string(),
  kind: z.enum(['first', 'follow_up', 'correction', 'new_topic', 'two_part', 'unanswerable', 'social']),
});
const conversationSchema = z.object({ id: z.string(), context: z.string(), turns: z.array(turnSchema) });

export type HeldTurn = z.infer<typeof turnSchema>;
export type HeldConversation = z.infer<typeof conversationSchema>;

/** The conversations of a desk corpus: those of held-out.txt, or all. Throws when a line of a file is not a conversation. */
export function readConversations(folder: string, all: boolean): HeldConversation[] {
  const heldOut = new Set(readFileSync(join(folder, 'held-out.txt'), 'utf8').split('\n').filter(Boolean));
  const lines = readdirSync(join(folder, 'dialogues'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, 'dialogues', file), 'utf8')
        .split('\n')
        .filter(Boolean),
    );
  return lines.map((line) => conversationSchema.parse(JSON.parse(line))).filter(({ id }) => all || heldOut.has(id));
}
