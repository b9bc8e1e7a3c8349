/** On phones, the button of the cover (`#register`) again at the foot of the screen, while that one is out of sight. */
const dock = document.querySelector<HTMLElement>('.dock')
const original = document.getElementById('register')
if (dock && original)
  new IntersectionObserver(([entry]) => {
    dock.hidden = entry?.isIntersecting !== false
  }).observe(original)
