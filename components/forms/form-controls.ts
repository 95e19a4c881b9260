type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** All controls with this name, in page order. */
function controlsOf(form: HTMLFormElement, name: string): Control[] {
  const isControl = (element: Element): element is Control =>
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
  return Array.from(form.elements).filter(isControl).filter((control) => control.name === name);
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** React watches `value` on the element itself, so the prototype's setter is the one that it notices. */
function setText(control: Control, value: string): void {
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** How the answer to a conflict writes several values of one name. */
const between = "; ";

/** Fills a field as if a person had. */
export function fillField(form: HTMLFormElement, name: string, value: string): void {
  const wanted = new Set(value.split(between));
  for (const control of controlsOf(form, name)) {
    if (!isChoice(control)) setText(control, value);
    else if (control.checked !== wanted.has(control.value)) control.click();
  }
}

/** How the page words a value of this field: the option's label where there are options, else the value itself. */
export function wordsFor(form: HTMLFormElement, name: string, value: string): string {
  const controls = controlsOf(form, name);
  const words = value.split(between).map((part) => {
    for (const control of controls) {
      if (control instanceof HTMLSelectElement) {
        const option = Array.from(control.options).find((candidate) => candidate.value === part);
        if (option) return option.text;
      } else if (isChoice(control) && control.value === part) return control.labels?.[0]?.textContent ?? part;
    }
    return part;
  });
  return words.join(between);
}

/** Puts the focus into the field with this id, or into the first control of a group with it. */
export function focusField(id: string): void {
  const element = document.getElementById(id);
  const inner = element?.matches("input, select, textarea") ? element : element?.querySelector<HTMLElement>("input, select, textarea");
  (inner ?? element)?.focus();
}
