/** The only script of the gallery: which of the pictures are seen, and how far the slider is. */
export const SCRIPT = `
for (const bar of document.querySelectorAll('.bar')) {
  const view = bar.nextElementSibling;
  const range = bar.querySelector('input[type=range]');
  bar.addEventListener('input', (event) => {
    if (event.target.type === 'radio') view.dataset.mode = event.target.value;
    bar.classList.toggle('ranged', /slider|fade/.test(view.dataset.mode));
    view.style.setProperty('--at', range.value + '%');
  });
}
`;
