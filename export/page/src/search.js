// The search field: a combobox as WAI-ARIA describes it, over names and aliases.

const MOST = 12;

export function searchField(input, list, model, choose) {
  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  };
  const mark = (next) => {
    active = next;
    [...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === active)));
    if (active >= 0) input.setAttribute('aria-activedescendant', list.children[active].id);
  };
  const take = (node) => {
    input.value = '';
    close();
    choose(node);
  };
  const fill = () => {
    found = model.search(input.value, MOST);
    list.replaceChildren(
      ...found.map((node, place) => {
        const item = document.createElement('li');
        item.id = `found-${place}`;
        item.role = 'option';
        item.textContent = node.short && node.short !== node.name ? `${node.name} (${node.short})` : node.name;
        const kind = document.createElement('small');
        kind.textContent = node.kind;
        item.append(' ', kind);
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(node);
        });
        return item;
      }),
    );
    if (!found.length && input.value.trim()) {
      const none = document.createElement('li');
      none.textContent = 'No name contains this.';
      list.append(none);
    }
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    active = -1;
  };

  input.addEventListener('input', fill);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && found.length) mark((active + 1) % found.length);
    else if (event.key === 'ArrowUp' && found.length) mark((active - 1 + found.length) % found.length);
    else if (event.key === 'Enter' && found.length && input.value.trim()) take(found[Math.max(active, 0)]);
    else if (event.key === 'Escape') {
      input.value = '';
      close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
