export type Question = { title: string; text: string; detail?: string; action: string; remember?: string };

/** Answer of the user; `remember` is the state of the checkbox. */
export type Answer = { yes: boolean; remember: boolean };

/** Asks in a dialog over the page. Escape means no, and so does the removal of the dialog. */
export function ask(parent: HTMLElement, question: Question): Promise<Answer> {
  const dialog = document.createElement('dialog');
  dialog.className = 'terminal-dialog';
  const title = document.createElement('h2');
  title.textContent = question.title;
  dialog.setAttribute('aria-label', question.title);
  const text = document.createElement('p');
  text.textContent = question.text;
  dialog.append(title, text);
  if (question.detail !== undefined) {
    const detail = document.createElement('pre');
    detail.textContent = question.detail;
    detail.tabIndex = 0;
    dialog.append(detail);
  }
  const box = document.createElement('input');
  box.type = 'checkbox';
  if (question.remember) {
    const label = document.createElement('label');
    label.append(box, question.remember);
    dialog.append(label);
  }
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'terminal-dialog-actions';
  form.append(button('Cancel', 'no'), button(question.action, 'yes'));
  dialog.append(form);
  parent.append(dialog);
  return new Promise((resolve) => {
    dialog.onclose = () => {
      dialog.remove();
      resolve({ yes: dialog.returnValue === 'yes', remember: box.checked });
    };
    dialog.showModal();
    form.querySelector<HTMLElement>('[value=yes]')?.focus();
  });
}

function button(text: string, value: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = text;
  button.value = value;
  if (value === 'yes') button.className = 'primary';
  return button;
}
