interface Recognition extends EventTarget {
  lang: string;
  start(): void;
  stop(): void;
}

interface RecognitionResult extends Event {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
}

/** Lets a button listen, where the browser has speech recognition (Web Speech API); elsewhere it stays hidden. */
export function listen(button: HTMLButtonElement, onHeard: (text: string) => void): void {
  const global = window as unknown as Record<string, (new () => Recognition) | undefined>;
  const Recogniser = global['SpeechRecognition'] ?? global['webkitSpeechRecognition'];
  if (!Recogniser) return;
  const recognition = new Recogniser();
  recognition.lang = document.documentElement.lang;
  button.hidden = false;
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', 'true');
    recognition.start();
  });
  recognition.addEventListener('result', (event) => {
    const text = (event as RecognitionResult).results[0]?.[0]?.transcript;
    if (text) onHeard(text);
  });
  recognition.addEventListener('end', () => {
    button.removeAttribute('aria-pressed');
  });
}
