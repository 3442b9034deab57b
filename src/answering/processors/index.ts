import { fitTimeRange } from './fit-time-range';
import type { Processor } from './processor';
import { noRepeatedTrigram, noStammer, repetitionLimit } from './repetition';
import { settlePolarity } from './settle-polarity';
import { wholeList } from './whole-list';

/** In the order they are asked. The evaluation counts what each is worth. */
export const PROCESSORS: readonly Processor[] = [fitTimeRange, wholeList, settlePolarity, noStammer, noRepeatedTrigram, repetitionLimit];
