/** The server-sent events of a response as they come (WHATWG HTML, 9.2); the data of each is one line of JSON. */
export async function* readEvents(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  for (;;) {
    const chunk = (await reader?.read()) as { value?: Uint8Array } | undefined;
    if (!chunk?.value) return;
    heard += decoder.decode(chunk.value, { stream: true });
    const whole = heard.split('\n\n');
    heard = whole.pop() ?? '';
    for (const text of whole) {
      const [, event = '', data = 'null'] = /^event: (\w+)\ndata: (.*)$/u.exec(text) ?? [];
      yield { event, data: JSON.parse(data) as unknown };
    }
  }
}
