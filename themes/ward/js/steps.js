// One step of a conversation at a time. Without this script, and on paper, all steps are on the page.
"use strict";

{
  const place = document.getElementById("page-steps");
  const steps = [...place.querySelectorAll(".shift-step")];
  const button = (name) => place.querySelector(`[data-do="${name}"]`);
  const now = () => steps.findIndex((step) => step.classList.contains("now"));

  /** Shows the step with a number, counted from 0. */
  function show(number) {
    const all = place.classList.contains("all");
    steps.forEach((step, other) => step.classList.toggle("now", other === number));
    button("back").hidden = all || number === 0;
    button("next").hidden = all || number === steps.length - 1;
  }

  /** Goes to a step: it is what comes next for the keyboard and is read aloud. */
  function go(number) {
    show(number);
    steps[number].querySelector("h2").focus();
  }

  const doing = {
    next: () => go(now() + 1),
    back: () => go(now() - 1),
    print: () => window.print(),
    all() {
      button("all").setAttribute("aria-pressed", place.classList.toggle("all"));
      show(now());
    },
  };

  place.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) doing[pressed.dataset.do]();
  });

  /** The address can name a step. */
  function follow() {
    const number = steps.findIndex((step) => `#${step.id}` === location.hash);
    if (number >= 0) go(number);
  }
  addEventListener("hashchange", follow);
  show(0);
  follow();
}
