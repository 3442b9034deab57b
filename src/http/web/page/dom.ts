/** The element with an id, of the kind it must be. */
export function element<E extends HTMLElement>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}.`);
  return found;
}

/** A new element with plain text in it. */
export function make(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

/** A form of some fields and a button, which acts where others are sent. */
export function actionForm(label: string, fields: readonly HTMLInputElement[], act: () => void): HTMLFormElement {
  const form = document.createElement('form');
  form.append(...fields, make('button', label));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act();
  });
  return form;
}

/** A field that shows its label while it is empty. */
export function field(label: string, longest: number): HTMLInputElement {
  const input = document.createElement('input');
  input.maxLength = longest;
  input.placeholder = label;
  input.setAttribute('aria-label', label);
  return input;
}
