import { escapeXml } from '../speech/markup';
import { frame, type Screen } from './frame';

/** Lines to touch: topics to choose, or questions to ask. A touch sends `[kind, line]`. */
export function listScreen(title: string, kind: 'topic' | 'ask', lines: readonly string[]): Screen {
  return frame(
    kind,
    [
      { type: 'Text', text: '${payload.list.title}', fontSize: '@title', color: '#9fb3c8', paddingBottom: '12dp' },
      {
        type: 'Container',
        data: '${payload.list.lines}',
        items: [
          {
            type: 'TouchWrapper',
            accessibilityLabel: '${data.text}',
            onPress: [{ type: 'SendEvent', arguments: [kind, '${data.value}'] }],
            items: [{ type: 'Text', text: '${data.text}', fontSize: '@text', paddingTop: '10dp', paddingBottom: '10dp' }],
          },
        ],
      },
    ],
    { list: { title: escapeXml(title), lines: lines.map((line) => ({ text: escapeXml(line), value: line })) } },
  );
}
