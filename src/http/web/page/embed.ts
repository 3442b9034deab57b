/**
 * Puts a chat button on any page: <script src="https://desk.example/embed.js" defer></script>. The chat itself runs in a
 * frame of the desk's own site, so the page and the desk cannot touch each other's data.
 */
const script = document.currentScript as HTMLScriptElement;
const desk = new URL('./', script.src);
const title = script.dataset['title'] ?? 'Ask the desk';

const frame = document.createElement('iframe');
frame.title = title;
frame.hidden = true;
frame.allow = 'microphone';
frame.style.cssText =
  'position:fixed;right:1rem;bottom:5rem;width:min(24rem,calc(100vw - 2rem));height:min(36rem,calc(100vh - 7rem));border:1px solid #8885;border-radius:1rem;box-shadow:0 .5rem 2rem #0004;z-index:2147483646;background:#fff';

const button = document.createElement('button');
button.type = 'button';
button.textContent = title;
button.setAttribute('aria-expanded', 'false');
button.style.cssText =
  'position:fixed;right:1rem;bottom:1rem;padding:.8rem 1.2rem;border:0;border-radius:2rem;background:#8a5a12;color:#fff;font:600 1rem system-ui,sans-serif;cursor:pointer;z-index:2147483647';

function toggle(open: boolean): void {
  if (open && !frame.src) frame.src = desk.href;
  frame.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
  if (open) frame.focus();
}

button.addEventListener('click', () => {
  toggle(frame.hidden === true);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !frame.hidden) toggle(false);
});
document.body.append(button, frame);
